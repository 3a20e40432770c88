package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Place;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.SeenMessage;
import dev.carrier.sandbox.SignalsClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A channel in which Ada is asked what is new, and what becomes of her answer where Discord
 * refuses: the reason says what to fix, the rest of the answer is refused with it, few requests are
 * made, other channels go on. Real JDA on the sandbox. For one thread.
 */
final class News implements AutoCloseable {
    final String channel;
    final Place place;

    /** The last signal before anything was answered. */
    final long begun;

    private final Speaking ada;
    private SeenMessage question;

    News(Speaking ada) {
        this.ada = ada;
        channel = ada.discord.channel(ada.guild.id(), "news");
        place = ada.channel(channel, "news");
        ada.until(jda -> jda.getTextChannelById(channel) != null);
        question = ada.discord.says(ada.bo, channel, "@Ada, what is new?");
        begun = ada.signals.last();
    }

    /** No faults any more. */
    @Override
    public void close() {
        ada.orders.endAll();
    }

    /** What Ada answers. */
    SeenMessage question() {
        return question;
    }

    /** Bo asks elsewhere, and that is what Ada answers. */
    void asked(String in, String text) {
        question = ada.discord.says(ada.bo, in, text);
    }

    /** A new thread that Ada's session has heard of; gives its id. */
    String thread(String name) {
        String thread = ada.discord.thread(channel, name, ada.bo);
        ada.until(jda -> jda.getThreadChannelById(thread) != null);
        return thread;
    }

    /** What goes wrong with messages that are posted in the news. */
    OrdersClient.Draft posts() {
        return ada.orders.at("discord.rest").method("POST").path(channel + "/messages$");
    }

    /** The next message is refused, wherever it is posted. */
    void refuse(int status, int code, String message) {
        ada.orders
                .at("discord.rest")
                .method("POST")
                .path("/messages$")
                .times(1)
                .refused(status, code, message);
    }

    Speaking.Answer answer() {
        return answerIn(place);
    }

    Speaking.Answer answerIn(Place in) {
        return ada.new Answer(in, question);
    }

    /** An answer that was decided so long ago that it is looked for before it is said. */
    Speaking.Answer lateAnswer() {
        var decidedAt = Instant.now().minusSeconds(90);
        return ada.new Answer(place, question, decidedAt, Duration.ofSeconds(30));
    }

    /** Two parts in the news: both refused, for this reason, with so many attempts. */
    void allIsRefused(String why, int attempts) {
        allIsRefusedIn(place, why, attempts);
    }

    /** Two parts: both refused, for this reason, with so many attempts; others go on. */
    void allIsRefusedIn(Place in, String why, int attempts) {
        Speaking.Answer answer = answerIn(in);

        assertThat(reason(answer.part(1, 2, "one"))).isEqualTo(why);
        assertThat(reason(answer.part(2, 2, "two")))
                .isEqualTo("an earlier part was refused: " + why);
        assertThat(attempts(in.channel())).isEqualTo(attempts);
        othersGoOn();
    }

    /** In another channel Ada answers. */
    void othersGoOn() {
        String other = ada.discord.channel(ada.guild.id(), "tea");
        ada.until(jda -> jda.getTextChannelById(other) != null);
        SeenMessage asked = ada.discord.says(ada.bo, other, "@Ada, tea?");

        assertThat(ada.new Answer(ada.channel(other, "tea"), asked).part(1, 1, "please"))
                .isInstanceOf(Delivery.Accepted.class);
    }

    /** How often a message was posted in the news, taken or not. */
    int attempts() {
        return attempts(channel);
    }

    int attempts(String in) {
        return ada.requests(begun, "POST", in + "/messages").size();
    }

    /** The requests about the news. */
    List<SignalsClient.Seen> requests(String method) {
        return ada.requests(begun, method, channel);
    }

    /** What Ada said in the news. */
    List<SeenMessage> spoken() {
        return ada.discord.messages(channel).stream()
                .filter(message -> message.author().equals(ada.bot.id()))
                .toList();
    }

    /** Why it was refused, as it must have been. */
    static String reason(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Refused.class);
        return ((Delivery.Refused) delivery).reason();
    }
}
