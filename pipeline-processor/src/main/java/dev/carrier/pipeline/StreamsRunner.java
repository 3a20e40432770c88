package dev.carrier.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology. Thread-safe; started once. */
public final class StreamsRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final CloseOptions LEAVING =
            CloseOptions.timeout(Duration.ofSeconds(10))
                    .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);

    private final KafkaStreams streams;
    private final AtomicReference<Throwable> problem = new AtomicReference<>();

    /** Prepares to run; the topics must exist before {@link #start}. */
    public StreamsRunner(Topology topology, StreamsSettings settings) {
        streams = new KafkaStreams(topology, settings.toProperties(), new StreamsClients());
        streams.setUncaughtExceptionHandler(thrown -> {
            problem.set(thrown);
            LOG.atError().setCause(thrown).log("a stream thread died and is replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    }

    /** Begins; returns at once. */
    public void start() {
        streams.start();
    }

    /** Where it stands. */
    public KafkaStreams.State state() {
        return streams.state();
    }

    /** Whether it has its partitions and its state and handles inputs. */
    public boolean ready() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** What the last thread died of, if one did. */
    public Optional<Throwable> problem() {
        return Optional.ofNullable(problem.get());
    }

    /** For meters and lag; not to be started or closed by others. */
    public KafkaStreams streams() {
        return streams;
    }

    /**
     * Finishes the input at hand, commits, and leaves the group, so that the next one need not wait
     * until this one is missed; takes 10 s at most.
     */
    @Override
    public void close() {
        if (!streams.close(LEAVING)) {
            LOG.atWarn().log("stream threads did not stop in time");
        }
    }
}
