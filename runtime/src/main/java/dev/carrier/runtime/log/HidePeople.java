package dev.carrier.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import java.util.Set;
import org.slf4j.event.KeyValuePair;

/** Takes people's ids and names out of the key-values of a line: {@code log.people: hidden}. */
final class HidePeople extends Filter<ILoggingEvent> {
    private static final String CONVERSATION = "conversation";
    private static final Set<String> KEYS = Set.of("person", "people", "author", "partner");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.replaceAll(HidePeople::hidden);
        }
        return FilterReply.NEUTRAL;
    }

    private static KeyValuePair hidden(KeyValuePair pair) {
        if (KEYS.contains(pair.key)) {
            return new KeyValuePair(pair.key, "hidden");
        }
        return pair.key.equals(CONVERSATION)
                ? new KeyValuePair(pair.key, PeopleInIds.hidden(String.valueOf(pair.value)))
                : pair;
    }
}
