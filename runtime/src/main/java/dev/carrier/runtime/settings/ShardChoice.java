package dev.carrier.runtime.settings;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which shards a container runs, as it is written: {@code 0,1} or {@code 0-3,8}. */
public final class ShardChoice {
    private static final Pattern FORM =
            Pattern.compile("\\d{1,4}(-\\d{1,4})?(,\\d{1,4}(-\\d{1,4})?)*");

    private ShardChoice() {}

    /** The numbers; empty when it is not written so. */
    public static Optional<SortedSet<Integer>> read(String text) {
        String plain = text.replace(" ", "");
        if (!FORM.matcher(plain).matches()) {
            return Optional.empty();
        }
        SortedSet<Integer> ids =
                Arrays.stream(plain.split(",", -1))
                        .flatMapToInt(ShardChoice::range)
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new));
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    private static IntStream range(String part) {
        String[] ends = part.split("-", -1);
        return IntStream.rangeClosed(
                Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }
}
