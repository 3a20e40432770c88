package dev.carrier.sandbox.instagram.routes;

import dev.carrier.sandbox.instagram.graph.Call;
import dev.carrier.sandbox.instagram.graph.Graph;
import dev.carrier.sandbox.instagram.graph.Paging;
import dev.carrier.sandbox.instagram.payload.Shapes;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Dm;
import dev.carrier.sandbox.instagram.world.DmThread;
import dev.carrier.sandbox.instagram.world.Inbox;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Sending;
import tools.jackson.databind.JsonNode;

/**
 * What was said in direct messages. All are listed, but only the newest can be read; an older one
 * is said to be deleted.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/conversations-api">Conversations
 *     API</a>
 */
public final class ConversationRoutes {
    private final Inbox inbox;
    private final Sending sending;
    private final Shapes shapes;

    /** The conversations in {@code inbox}. */
    public ConversationRoutes(Inbox inbox, Sending sending, Shapes shapes) {
        this.inbox = inbox;
        this.sending = sending;
        this.shapes = shapes;
    }

    /** Adds its routes. */
    public void register(Graph graph, Found found) {
        graph.route("GET", found::account, "conversations", this::list);
        graph.route(
                "GET",
                found::conversation,
                "",
                (call, thread) -> {
                    sending.asksForConversations(call.account());
                    return shapes.conversation().write(call, thread, call.fields());
                });
        graph.route("GET", found::conversation, "messages", this::messages);
        graph.route("GET", found::message, "", this::message);
    }

    private JsonNode list(Call call, Account account) {
        sending.asksForConversations(account);
        if (!call.asked("platform").orElse("instagram").equals("instagram")) {
            throw Rejected.parameter("Param platform must be instagram.");
        }
        var of = call.asked("user_id");
        var threads =
                inbox.of(account).stream()
                        .filter(it -> of.map(it.person().id()::equals).orElse(true))
                        .toList();
        return Paging.page(
                call,
                account.id() + "/conversations",
                threads,
                Paging.Wish.of(call, 25, 100),
                DmThread::id,
                it -> shapes.conversation().write(call, it, call.fields()));
    }

    private JsonNode messages(Call call, DmThread thread) {
        sending.asksForConversations(call.account());
        return Paging.page(
                call,
                thread.id() + "/messages",
                inbox.listed(thread),
                Paging.Wish.of(call, 25, 500),
                Dm::mid,
                it -> shapes.message().write(call, it, call.fields()));
    }

    private JsonNode message(Call call, Dm message) {
        if (!inbox.readable(message)) {
            throw Rejected.parameter("The message with ID '" + message.mid() + "' was deleted.");
        }
        return shapes.message().write(call, message, call.fields());
    }
}
