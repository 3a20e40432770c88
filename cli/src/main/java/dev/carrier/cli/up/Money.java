package dev.carrier.cli.up;

import dev.carrier.contracts.AccountId;
import dev.carrier.pipeline.provider.limits.Limits;
import dev.carrier.runtime.settings.ModelSettings;
import dev.carrier.runtime.settings.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import redis.clients.jedis.exceptions.JedisException;

/** What the characters of a model have spent of what they may spend. */
final class Money {
    private static final int NAMED = 3;

    private final Settings settings;
    private final Limits limits;

    /**
     * @param limits know what was used
     */
    Money(Settings settings, Limits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    /**
     * Such as {@code today 0.41 of 5.00}; empty where no money is counted, or nobody can say now
     * how much it was.
     *
     * @param model the name of a model in the settings
     */
    String spent(String model) {
        if (!isPriced(model)) {
            return "";
        }
        SortedMap<AccountId, BigDecimal> used = new TreeMap<>();
        try {
            settings.accounts()
                    .forEach((id, account) -> {
                        if (account.model().equals(model)) {
                            used.put(id, limits.used(id).money());
                        }
                    });
        } catch (JedisException away) {
            return "";
        }
        var cap = settings.limits().perCharacter();
        return used.isEmpty() ? "" : window(cap.every()) + " " + words(used, cap.money());
    }

    /** A model that answers in its place may cost something too. */
    private boolean isPriced(String model) {
        ModelSettings asked = settings.models().get(model);
        return asked != null
                && Stream.concat(
                                Stream.of(asked),
                                asked.fallback().stream().map(name -> settings.models().get(name)))
                        .anyMatch(one ->
                                one.price().in().signum() > 0 || one.price().out().signum() > 0);
    }

    static String words(SortedMap<AccountId, BigDecimal> used, BigDecimal most) {
        if (used.size() == 1) {
            return amount(used.values().iterator().next()) + " of " + amount(most);
        }
        if (used.size() <= NAMED) {
            List<String> each =
                    used.entrySet().stream()
                            .map(one -> one.getKey() + " " + amount(one.getValue()))
                            .toList();
            return String.join(", ", each) + " of " + amount(most) + " each";
        }
        var dearest =
                used.entrySet().stream()
                        .max(Comparator.comparing(one -> one.getValue()))
                        .orElseThrow();
        BigDecimal sum = used.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return "%s in all, %s most with %s of %s"
                .formatted(amount(sum), dearest.getKey(), amount(dearest.getValue()), amount(most));
    }

    private static String window(Duration every) {
        return every.equals(Duration.ofDays(1))
                ? "today"
                : "in " + every.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String amount(BigDecimal money) {
        return money.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
