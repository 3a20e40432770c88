package dev.carrier.sandbox.instagram.payload;

import dev.carrier.sandbox.instagram.graph.Paging;
import dev.carrier.sandbox.instagram.graph.Shape;
import dev.carrier.sandbox.instagram.world.Dm;
import dev.carrier.sandbox.instagram.world.DmThread;
import dev.carrier.sandbox.instagram.world.Inbox;
import dev.carrier.sandbox.json.Json;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A conversation: all its messages are listed, newest first.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/conversations-api">Conversations
 *     API</a>
 */
final class ConversationShape {
    private ConversationShape() {}

    static Shape<DmThread> of(Inbox inbox, Supplier<Shape<Dm>> message) {
        return new Shape<DmThread>("InstagramConversation")
                .usual("id", "updated_time")
                .text("id", DmThread::id)
                .text("updated_time", it -> Times.of(inbox.updated(it)))
                .field(
                        "participants",
                        (_, it, _) -> {
                            var node = Json.object();
                            node.putArray("data")
                                    .add(MessageShape.who(it.account().author()))
                                    .add(MessageShape.who(it.person()));
                            return Optional.of(node);
                        })
                .field(
                        "messages",
                        (call, it, field) ->
                                Optional.of(
                                        Paging.page(
                                                call,
                                                it.id() + "/messages",
                                                inbox.listed(it),
                                                Paging.Wish.of(field, 25, 500),
                                                Dm::mid,
                                                one ->
                                                        message.get()
                                                                .write(
                                                                        call,
                                                                        one,
                                                                        field.within()))));
    }
}
