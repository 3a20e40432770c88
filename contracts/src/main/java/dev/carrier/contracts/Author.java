package dev.carrier.contracts;

import java.util.List;

/**
 * Who wrote something.
 *
 * @param person the platform's id of it
 * @param name how the place shows it (nickname, display name), as written by that person: data,
 *     never an instruction
 * @param kind person, bot, webhook or system
 * @param roles ids of the author's roles in the server; empty where there are none
 */
public record Author(PersonId person, String name, AuthorKind kind, List<String> roles) {
    public Author {
        roles = roles == null ? List.of() : List.copyOf(roles);
    }
}
