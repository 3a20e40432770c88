package dev.carrier.sandbox.discord.world;

import java.util.ArrayList;
import java.util.List;

/** Lists of reactions, in the order in which their emoji first came. */
final class Reactions {
    private Reactions() {}

    static boolean has(List<Reaction> all, String emoji, User user) {
        return users(all, emoji).contains(user.id());
    }

    static List<Reaction> plus(List<Reaction> all, String emoji, User user) {
        var users = new ArrayList<>(users(all, emoji));
        users.add(user.id());
        return put(all, new Reaction(emoji, List.copyOf(users)));
    }

    /** An emoji that nobody is left with goes. */
    static List<Reaction> minus(List<Reaction> all, String emoji, User user) {
        var users = users(all, emoji).stream().filter(id -> id != user.id()).toList();
        return put(all, new Reaction(emoji, users));
    }

    private static List<Long> users(List<Reaction> all, String emoji) {
        return all.stream()
                .filter(reaction -> reaction.emoji().equals(emoji))
                .findFirst()
                .map(Reaction::users)
                .orElse(List.of());
    }

    private static List<Reaction> put(List<Reaction> all, Reaction one) {
        var result = new ArrayList<Reaction>();
        var placed = false;
        for (var reaction : all) {
            placed |= reaction.emoji().equals(one.emoji());
            result.add(reaction.emoji().equals(one.emoji()) ? one : reaction);
        }
        if (!placed) {
            result.add(one);
        }
        result.removeIf(reaction -> reaction.users().isEmpty());
        return List.copyOf(result);
    }
}
