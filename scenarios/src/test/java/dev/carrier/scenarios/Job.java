package dev.carrier.scenarios;

import dev.carrier.ingest.discord.IngestWorker;
import dev.carrier.memory.MemoryWorker;
import dev.carrier.pipeline.PipelineWorker;
import dev.carrier.responder.ResponderWorker;

/** What a worker process is for. */
enum Job {
    INGEST("ingest-discord", IngestWorker.class),
    PROCESSOR("pipeline-processor", PipelineWorker.class),
    RESPONDER("responder", ResponderWorker.class),
    MEMORY("memory-service", MemoryWorker.class);

    final String worker;
    final Class<?> main;

    Job(String worker, Class<?> main) {
        this.worker = worker;
        this.main = main;
    }
}
