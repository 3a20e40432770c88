package dev.carrier.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/**
 * Drops warnings that Kafka Streams and the embedded broker give at each healthy start and stop:
 * they would be the first thing that a newcomer reads, and mean nothing. And what is said in a
 * sentence by others.
 */
final class HideKafkaNoise extends Filter<ILoggingEvent> {
    private static final List<String> NOISE =
            List.of(
                    "Performing controller activation",
                    "Auto topic creation failed for __consumer_offsets",
                    // It recommends what it will do by itself from Kafka 5 on.
                    "Processing exception handler is not enabled for the GlobalThread",
                    // Who is refused at the entrance is told so, in a sentence instead of a trace.
                    "-entrance]",
                    "Attempting to close NetworkClient that has already been closed");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean noise =
                event.getLoggerName().startsWith("org.apache.kafka.")
                        && NOISE.stream().anyMatch(event.getFormattedMessage()::contains);
        return noise ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
