package dev.carrier.runtime.settings;

import dev.carrier.contracts.Policy.AtTheCap;
import dev.carrier.runtime.SetupProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What changed settings mean for what runs already. The rules ({@code policy}, {@code limits},
 * {@code memory.window}) are taken up; everything else is what the parts were built of, and stays
 * until the next start.
 *
 * @param settings those that the process began with, with the new rules
 * @param rules whether the rules are others than before
 * @param restart the keys that are others in the file than in what runs: {@code accounts.ada},
 *     {@code kafka}; sorted as in the file
 */
public record SettingsChange(Settings settings, boolean rules, List<String> restart) {
    public SettingsChange {
        restart = List.copyOf(restart);
    }

    /**
     * What it means that the file now says something else.
     *
     * @param running what the process began with, with the rules that are in force
     * @param written what the file says now
     * @throws SetupProblem when the new rules need a model that does not run yet
     */
    static SettingsChange of(Settings running, Settings written) {
        models(running, written);
        Settings next =
                new Settings(
                        running.version(),
                        running.timezone(),
                        running.data(),
                        running.models(),
                        running.accounts(),
                        written.policy(),
                        written.limits(),
                        new MemorySettings(
                                running.memory().keep(),
                                written.memory().window(),
                                running.memory().url()),
                        running.kafka(),
                        running.redis(),
                        running.http(),
                        running.log(),
                        running.traces(),
                        running.platforms(),
                        running.media(),
                        running.key(),
                        running.unset());
        return new SettingsChange(next, !next.equals(running), restart(running, written));
    }

    /** One line of what is not in force; empty when all is. */
    public Optional<String> restartSentence() {
        return restart.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.join(", ", restart)
                                + (restart.size() == 1 ? " was" : " were")
                                + " changed: in force from the next start on");
    }

    private static void models(Settings running, Settings written) {
        var ways = written.policy().defaults().model().stream();
        var rules = written.policy().rules().stream().flatMap(rule -> rule.model().stream());
        var spare = Stream.of("spare").filter(_ -> written.limits().atTheCap() == AtTheCap.SPARE);
        Stream.of(ways, rules, spare)
                .flatMap(names -> names)
                .filter(name -> !name.isEmpty() && !running.models().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new SetupProblem(
                            "the new rules use the model '" + name + "', which is new too",
                            "start again to use it");
                });
    }

    private static List<String> restart(Settings running, Settings written) {
        List<String> keys = new ArrayList<>();
        differs(keys, "timezone", running.timezone(), written.timezone());
        differs(keys, "data", running.data(), written.data());
        entries(keys, "models.", running.models(), written.models());
        entries(keys, "accounts.", running.accounts(), written.accounts());
        differs(keys, "memory.keep", running.memory().keep(), written.memory().keep());
        differs(keys, "memory.url", running.memory().url(), written.memory().url());
        differs(keys, "kafka", running.kafka(), written.kafka());
        differs(keys, "redis", running.redis(), written.redis());
        differs(keys, "http", running.http(), written.http());
        differs(keys, "log", running.log(), written.log());
        differs(keys, "traces", running.traces(), written.traces());
        differs(keys, "platforms", running.platforms(), written.platforms());
        return keys;
    }

    private static <K extends Comparable<? super K>> void entries(
            List<String> keys, String path, SortedMap<K, ?> running, SortedMap<K, ?> written) {
        var names = new TreeSet<K>(running.keySet());
        names.addAll(written.keySet());
        names.forEach(name -> differs(keys, path + name, of(running, name), of(written, name)));
    }

    private static <K> Optional<Object> of(Map<K, ?> entries, K name) {
        return Optional.ofNullable(entries.get(name));
    }

    private static void differs(List<String> keys, String path, Object one, Object other) {
        if (!Objects.equals(one, other)) {
            keys.add(path);
        }
    }
}
