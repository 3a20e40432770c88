package dev.carrier.sandbox.instagram.payload;

import dev.carrier.sandbox.instagram.graph.Shape;
import dev.carrier.sandbox.instagram.world.Person;
import java.util.Optional;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;

/**
 * Somebody who has written to an account.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api/user-profile">User
 *     profile</a>
 */
final class PersonShape {
    private PersonShape() {}

    static Shape<Person> of() {
        return new Shape<Person>("IGBusinessScopedID")
                .usual("name", "username", "id")
                .text("id", Person::id)
                .text("name", Person::name)
                .text("username", Person::username)
                .maybe("profile_pic", _ -> Optional.empty())
                .field("follower_count", (_, _, _) -> Optional.of(IntNode.valueOf(7)))
                .field("is_verified_user", (_, _, _) -> Optional.of(BooleanNode.FALSE))
                .field("is_user_follow_business", (_, _, _) -> Optional.of(BooleanNode.TRUE))
                .field("is_business_follow_user", (_, _, _) -> Optional.of(BooleanNode.FALSE));
    }
}
