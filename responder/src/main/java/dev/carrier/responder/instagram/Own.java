package dev.carrier.responder.instagram;

import dev.carrier.instagram.Comment;
import dev.carrier.instagram.Who;
import java.util.Optional;
import java.util.Set;

/**
 * Who the account is on Instagram.
 *
 * @param id of the professional account
 * @param ids all by which it may be named
 * @param username empty where Instagram could not be asked
 */
record Own(String id, Set<String> ids, Optional<String> username) {
    Own {
        ids = Set.copyOf(ids);
    }

    /** Whether the account wrote a comment. */
    boolean wrote(Comment comment) {
        return comment.from().filter(this::is).isPresent();
    }

    private boolean is(Who who) {
        return ids.contains(who.id())
                || who.selfId().filter(ids::contains).isPresent()
                || who.username()
                        .filter(name -> username.filter(name::equalsIgnoreCase).isPresent())
                        .isPresent();
    }
}
