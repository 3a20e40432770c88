package dev.carrier.faults.crew;

import dev.carrier.ingest.discord.IngestWorker;
import dev.carrier.ingest.instagram.InstagramWorker;
import dev.carrier.memory.MemoryWorker;
import dev.carrier.pipeline.PipelineWorker;
import dev.carrier.responder.ResponderWorker;

/** What a worker process is for. */
public enum Job {
    INGEST("ingest-discord", IngestWorker.class),
    INGEST_INSTAGRAM("ingest-instagram", InstagramWorker.class),
    PROCESSOR("pipeline-processor", PipelineWorker.class),
    RESPONDER("responder", ResponderWorker.class),
    MEMORY("memory-service", MemoryWorker.class);

    private final String worker;
    private final Class<?> main;

    Job(String worker, Class<?> main) {
        this.worker = worker;
        this.main = main;
    }

    /** Everything that hears, thinks and speaks on Discord. */
    public static Job[] onDiscord() {
        return new Job[] {INGEST, PROCESSOR, RESPONDER, MEMORY};
    }

    /** Everything that hears, thinks and speaks on Instagram. */
    public static Job[] onInstagram() {
        return new Job[] {INGEST_INSTAGRAM, PROCESSOR, RESPONDER, MEMORY};
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
