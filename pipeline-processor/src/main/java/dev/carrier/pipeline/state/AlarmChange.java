package dev.carrier.pipeline.state;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** How the alarms of a conversation differ after an input. */
public sealed interface AlarmChange {
    /** The alarm that is set or cleared. */
    Alarm alarm();

    /** Ring this one when it is due. */
    record Set(Alarm alarm) implements AlarmChange {}

    /** Do not ring this one any more. */
    record Cleared(Alarm alarm) implements AlarmChange {}

    /** What leads from the alarms before to those after, clearing first. */
    static List<AlarmChange> between(
            SortedMap<String, Alarm> before, SortedMap<String, Alarm> after) {
        List<AlarmChange> changes = new ArrayList<>();
        before.forEach((id, alarm) -> {
            if (!alarm.equals(after.get(id))) {
                changes.add(new Cleared(alarm));
            }
        });
        after.forEach((id, alarm) -> {
            if (!alarm.equals(before.get(id))) {
                changes.add(new Set(alarm));
            }
        });
        return List.copyOf(changes);
    }
}
