package dev.carrier.sandbox.discord.world;

import java.util.ArrayList;
import java.util.List;

/** Lists of reactions, in the order in which their emoji first came. */
final class Reactions {
    private Reactions() {}

    /** {@code all} with {@code one} in the place of its emoji; without it if nobody is left. */
    static List<Reaction> put(List<Reaction> all, Reaction one) {
        var result = new ArrayList<Reaction>();
        var placed = false;
        for (var reaction : all) {
            placed |= reaction.emoji().equals(one.emoji());
            result.add(reaction.emoji().equals(one.emoji()) ? one : reaction);
        }
        if (!placed) {
            result.add(one);
        }
        result.removeIf(r -> r.users().isEmpty());
        return List.copyOf(result);
    }
}
