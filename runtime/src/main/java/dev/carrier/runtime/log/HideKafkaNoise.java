package dev.carrier.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/**
 * Drops two warnings that the embedded broker gives at each healthy start and stop: they would be
 * the first thing that a newcomer reads, and mean nothing.
 */
final class HideKafkaNoise extends Filter<ILoggingEvent> {
    private static final List<String> NOISE =
            List.of(
                    "Performing controller activation",
                    "Attempting to close NetworkClient that has already been closed");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean noise =
                event.getLoggerName().startsWith("org.apache.kafka.")
                        && NOISE.stream().anyMatch(event.getFormattedMessage()::contains);
        return noise ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
