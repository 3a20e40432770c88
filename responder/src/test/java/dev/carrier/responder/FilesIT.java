package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TextFile;
import dev.carrier.contracts.ThreadStart;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Answers with files and answers in threads: each once, and in words where that is not allowed. */
class FilesIT {
    private static final long ATTACH_FILES = 1L << 15;
    private static final long CREATE_THREADS = 1L << 35;
    private static final TextFile CODE = new TextFile("code.py", "print(1)\n");

    @AutoClose private static final Stand stand = new Stand();
    @AutoClose private final Scene scene = new Scene(stand);

    @Test
    void aFileGoesWithItsMessageAndWhatItSaysIsSaid() throws Exception {
        Delivery delivery = scene.delivered(withFile("Here it is:"));

        assertThat(scene.spoken()).hasSize(1);
        SeenMessage said = scene.spoken().getFirst();
        assertThat(said.content()).isEqualTo("Here it is:");
        assertThat(said.attachments()).containsExactly("code.py");
        assertThat(said.replyTo()).contains(scene.trigger().id());
        assertThat(said.nonce()).isPresent();
        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.text()).isEqualTo("Here it is:\nprint(1)"));
    }

    @Test
    void aFileWhoseAnswerGotLostIsFoundAndNotSentAgain() throws Exception {
        scene.posts().dropAfter();
        Delivery lost = scene.delivered(withFile("Here it is:"));
        scene.discord().forgetsNonces();
        scene.restarts();
        Delivery again = scene.delivered(withFile("Here it is:"));

        assertThat(scene.spoken()).hasSize(1);
        assertThat(lost).isInstanceOf(Delivery.Accepted.class);
        assertThat(again).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void theSameWordsWithoutTheFileAreAnotherMessage() throws Exception {
        scene.delivered(scene.say("Here it is:"));
        scene.posts().dropBefore();

        scene.delivered(withFile("Here it is:"));

        assertThat(scene.spoken()).hasSize(2);
    }

    @Test
    void whereItMayNotSendFilesItSaysThemInPartsEachOnce() throws Exception {
        denies(ATTACH_FILES);
        scene.posts().after(1).dropAfter();

        Delivery first = scene.delivered(withFile("Here it is:"));
        scene.restarts();
        Delivery again = scene.delivered(withFile("Here it is:"));

        assertThat(scene.spoken())
                .extracting(SeenMessage::content)
                .containsExactly("Here it is:", "```python\nprint(1)\n```");
        assertThat(scene.spoken().getFirst().replyTo()).contains(scene.trigger().id());
        assertThat(scene.spoken().getLast().replyTo()).isEmpty();
        for (Delivery delivery : List.of(first, again)) {
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Accepted.class,
                            accepted ->
                                    assertThat(accepted.text())
                                            .isEqualTo("Here it is:\n```python\nprint(1)\n```"));
        }
    }

    @Test
    void whatIsTooLargeIsRefusedWithTheReason() throws Exception {
        scene.posts().refused(413, 40005, "Request entity too large");

        assertThat(scene.delivered(withFile("Here it is:")))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.reason()).contains("too large for Discord"));
    }

    @Test
    void anAnswerOpensTheThreadOfItsMessageOnce() throws Exception {
        Delivery first = scene.delivered(inThread("one"));
        scene.restarts();
        scene.discord().forgetsNonces();
        Delivery second = scene.delivered(inThread("two"));

        assertThat(scene.spoken()).isEmpty();
        assertThat(inTheThread()).containsExactly("one", "two");
        assertThat(first).isInstanceOf(Delivery.Accepted.class);
        assertThat(second).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void aThreadThatWasOpenedBeforeTheKillIsUsedAndItsMessageFound() throws Exception {
        scene.orders().at("discord.rest").method("POST").path("/threads$").dropAfter();
        Delivery opened = scene.delivered(inThread("once"));
        scene.restarts();
        Delivery again = scene.delivered(inThread("once"));

        assertThat(inTheThread()).containsExactly("once");
        assertThat(opened).isInstanceOf(Delivery.Accepted.class);
        assertThat(again).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void whereItMayNotOpenThreadsItAnswersInTheChannel() throws Exception {
        denies(CREATE_THREADS);

        assertThat(scene.delivered(inThread("here"))).isInstanceOf(Delivery.Accepted.class);

        assertThat(scene.spoken()).extracting(SeenMessage::content).containsExactly("here");
        assertThat(scene.spoken().getFirst().replyTo()).contains(scene.trigger().id());
    }

    private List<String> inTheThread() {
        return scene.discord().messages(scene.trigger().id()).stream()
                .filter(message -> message.author().equals(scene.bot()))
                .filter(message -> message.type().equals("default"))
                .map(SeenMessage::content)
                .toList();
    }

    private void denies(long permission) {
        scene.discord().permissions(scene.channel(), scene.guild(), 0, permission);
        await().atMost(Duration.ofSeconds(60)).until(() -> !stand.may(scene.channel(), permission));
    }

    private Response.Say withFile(String text) {
        return with(
                scene.say(text),
                Optional.of(List.of(CODE)),
                Optional.of(List.of(text, "```python\nprint(1)\n```")),
                Optional.empty());
    }

    private Response.Say inThread(String text) {
        return with(
                scene.say(text),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        new ThreadStart(EventId.discordSaid(scene.trigger().id()), "a question")));
    }

    private static Response.Say with(
            Response.Say say,
            Optional<List<TextFile>> files,
            Optional<List<String>> instead,
            Optional<ThreadStart> thread) {
        return new Response.Say(
                files.isPresent()
                        ? new ResponseId(Ids.derive("r", say.id().value(), "with a file"))
                        : say.id(),
                say.turn(),
                say.in(),
                say.account(),
                say.part(),
                say.parts(),
                say.text(),
                say.replyTo(),
                say.after(),
                say.decidedAt(),
                say.notAfter(),
                files,
                instead,
                thread,
                Optional.empty(),
                Optional.empty());
    }
}
