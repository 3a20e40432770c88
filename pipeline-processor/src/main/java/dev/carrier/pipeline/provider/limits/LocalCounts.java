package dev.carrier.pipeline.provider.limits;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.PersonId;
import dev.carrier.pipeline.provider.limits.Reservation.Cap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Counts in this process, for as long as Redis is out of reach: the same limits, but of what this
 * process alone has seen. Keeps at most so many keys; the oldest go first.
 */
final class LocalCounts implements Counts {
    private static final int KEYS = 20_000;
    private static final String SETTLED = "-";

    private final Map<String, Map<String, Long>> turns = bounded();
    private final Map<String, long[]> used = bounded();
    private final Map<String, String> held = bounded();

    @Override
    public synchronized Reservation reserve(Demand demand, Caps caps, Instant now) {
        Window window = caps.window(now);
        String windowKey = demand.account() + "/" + window.id();
        var granted = new Reservation.Granted(demand.account(), demand.step(), window.id(), false);
        if (held.containsKey(windowKey + "/" + demand.step())) {
            return granted;
        }
        Optional<Reservation.Refused> full = turnsFull(demand, caps, now);
        if (full.isPresent()) {
            return full.get();
        }
        long[] counts = used.computeIfAbsent(windowKey, key -> new long[2]);
        if (counts[0] >= caps.limits().perCharacter().calls()) {
            return caps.refused(Cap.CALLS, window.end());
        }
        if (demand.micros() > 0 && counts[1] + demand.micros() > caps.mostMicros()) {
            return caps.refused(Cap.MONEY, window.end());
        }
        counts[0]++;
        counts[1] += demand.micros();
        held.put(windowKey + "/" + demand.step(), Long.toString(demand.micros()));
        if (caps.turnsCount(demand)) {
            places(demand, caps)
                    .forEach(key -> of(key).putIfAbsent(demand.turn().value(), now.toEpochMilli()));
        }
        return granted;
    }

    @Override
    public synchronized void settle(Reservation.Granted granted, long micros) {
        String windowKey = granted.account() + "/" + granted.window();
        String before = held.put(windowKey + "/" + granted.step(), SETTLED);
        long[] counts = used.get(windowKey);
        if (before != null && !before.equals(SETTLED) && counts != null) {
            counts[1] += micros - Long.parseLong(before);
        }
    }

    @Override
    public synchronized Spent spent(AccountId account, Window window) {
        long[] counts = used.getOrDefault(account + "/" + window.id(), new long[2]);
        return new Spent(counts[0], counts[1]);
    }

    private Optional<Reservation.Refused> turnsFull(Demand demand, Caps caps, Instant now) {
        if (!caps.turnsCount(demand)) {
            return Optional.empty();
        }
        var conversation = caps.limits().perConversation();
        OptionalLong full =
                full(
                        demand.account() + "/" + demand.in(),
                        demand,
                        conversation.turns(),
                        conversation.every(),
                        now);
        if (full.isPresent()) {
            return Optional.of(
                    caps.refused(Cap.CONVERSATION, Instant.ofEpochMilli(full.getAsLong())));
        }
        var person = caps.limits().perPerson();
        var after = new ArrayList<Long>();
        for (PersonId one : demand.people()) {
            OptionalLong until =
                    full(demand.account() + "/" + one, demand, person.turns(), person.every(), now);
            if (until.isEmpty()) {
                return Optional.empty();
            }
            after.add(until.getAsLong());
        }
        return after.stream()
                .min(Long::compare)
                .map(until -> caps.refused(Cap.PERSON, Instant.ofEpochMilli(until)));
    }

    private OptionalLong full(String key, Demand demand, int cap, Duration every, Instant now) {
        Map<String, Long> seen = of(key);
        long begin = now.minus(every).toEpochMilli();
        seen.values().removeIf(at -> at <= begin);
        if (seen.size() < cap || seen.containsKey(demand.turn().value())) {
            return OptionalLong.empty();
        }
        if (cap <= 0) {
            return OptionalLong.of(now.plus(every).toEpochMilli());
        }
        long last = seen.values().stream().sorted().skip(seen.size() - cap).findFirst().orElse(0L);
        return OptionalLong.of(last + every.toMillis());
    }

    private Map<String, Long> of(String key) {
        return turns.computeIfAbsent(key, made -> new TreeMap<>());
    }

    private static List<String> places(Demand demand, Caps caps) {
        var places = new ArrayList<String>();
        places.add(demand.account() + "/" + demand.in());
        caps.counted(demand).forEach(one -> places.add(demand.account() + "/" + one));
        return places;
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEYS;
            }
        };
    }
}
