package dev.carrier.faults.crew;

import dev.carrier.ingest.discord.IngestWorker;
import dev.carrier.memory.MemoryWorker;
import dev.carrier.pipeline.PipelineWorker;
import dev.carrier.responder.ResponderWorker;

/** What a worker process is for. */
public enum Job {
    INGEST("ingest-discord", IngestWorker.class),
    PROCESSOR("pipeline-processor", PipelineWorker.class),
    RESPONDER("responder", ResponderWorker.class),
    MEMORY("memory-service", MemoryWorker.class);

    private final String worker;
    private final Class<?> main;

    Job(String worker, Class<?> main) {
        this.worker = worker;
        this.main = main;
    }

    /** The worker's name. */
    public String worker() {
        return worker;
    }

    /** The class with its main. */
    public Class<?> main() {
        return main;
    }
}
