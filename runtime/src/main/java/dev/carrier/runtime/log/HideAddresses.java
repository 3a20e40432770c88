package dev.carrier.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Takes tokens out of what JDA logs: when it fails at an event it logs all of it, and the use of a
 * command holds the right to answer.
 */
final class HideAddresses extends Filter<ILoggingEvent> {
    private static final Pattern TOKEN = Pattern.compile("(\"token\"\\s*:\\s*\")[^\"]*\"");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        Object[] arguments = event.getArgumentArray();
        if (arguments != null && event.getLoggerName().startsWith("net.dv8tion.")) {
            for (int at = 0; at < arguments.length; at++) {
                String text = Objects.toString(arguments[at], "");
                if (text.contains("\"token\"")) {
                    arguments[at] = TOKEN.matcher(text).replaceAll("$1hidden\"");
                }
            }
        }
        return FilterReply.NEUTRAL;
    }
}
