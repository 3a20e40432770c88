package dev.carrier.cli.run;

import dev.carrier.ingest.discord.IngestDiscord;
import dev.carrier.ingest.discord.IngestWorker;
import dev.carrier.ingest.instagram.IngestInstagram;
import dev.carrier.ingest.instagram.InstagramWorker;
import dev.carrier.memory.MemoryService;
import dev.carrier.memory.MemoryWorker;
import dev.carrier.pipeline.PipelineProcessor;
import dev.carrier.pipeline.PipelineWorker;
import dev.carrier.responder.Responder;
import dev.carrier.responder.ResponderWorker;
import dev.carrier.runtime.Part;
import dev.carrier.runtime.worker.WorkerContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Every worker in this JVM, made by the same constructors as each alone. Thread-safe.
 *
 * @param memory remembers
 * @param processor decides and thinks
 * @param responder speaks
 * @param ingest hears on Discord
 * @param instagram hears on Instagram; absent without an account that does
 */
public record Workers(
        MemoryService memory,
        PipelineProcessor processor,
        Responder responder,
        IngestDiscord ingest,
        Optional<IngestInstagram> instagram) {
    private static final Duration STEP = Duration.ofMillis(50);

    /**
     * Starts all; they end with the context's parts, in an order in which open answers finish:
     * hearing stops first, then what was heard is answered, then the rest goes.
     *
     * @throws dev.carrier.runtime.SetupProblem when one cannot start
     */
    public static Workers start(WorkerContext context) throws InterruptedException {
        MemoryService memory = MemoryWorker.start(context);
        PipelineProcessor processor = PipelineWorker.start(context);
        Responder responder = ResponderWorker.start(context);
        // Parts end in reverse: when this one drains, all but the hearing still work.
        context.parts()
                .add(
                        Part.of(
                                "open answers",
                                atMost -> finish(processor, responder, atMost),
                                () -> {}));
        IngestDiscord ingest = IngestWorker.start(context);
        Optional<IngestInstagram> instagram = InstagramWorker.start(context);
        return new Workers(memory, processor, responder, ingest, instagram);
    }

    /** Waits until nothing is thought or sent any more. */
    private static void finish(PipelineProcessor processor, Responder responder, Duration atMost)
            throws InterruptedException {
        Instant until = Instant.now().plus(atMost);
        int quiet = 0;
        while (quiet < 10 && Instant.now().isBefore(until)) {
            boolean idle =
                    processor.provider().status().inFlight() == 0
                            && processor.provider().status().lag() == 0
                            && responder.inFlight() == 0;
            quiet = idle ? quiet + 1 : 0;
            // Nothing signals "no work anywhere": several workers hand it on between them.
            Thread.sleep(STEP);
        }
    }
}
