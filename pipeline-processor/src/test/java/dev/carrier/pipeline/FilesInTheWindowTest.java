package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Step;
import dev.carrier.pipeline.state.Conversation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the window keeps of the files that people send, and what a step takes along. */
class FilesInTheWindowTest {
    private final Talk cafe = Talk.inACafe();

    @Test
    void aStepTakesAlongWhereItsPicturesAndTextsAreAndNoOtherFiles() {
        cafe.hear(
                cafe.saying("bo", "@Ada look")
                        .mentioning(ADA)
                        .with(
                                file("cat.png", "image/png"),
                                file("song.mp3", "audio/mpeg"),
                                file("Main.java", "application/octet-stream"),
                                file("report.pdf", "application/pdf")));
        cafe.afterGathering();

        assertThat(names(cafe.step())).containsExactly("cat.png", "Main.java");
        assertThat(cafe.step().window().getLast().text())
                .contains("[attached: song.mp3, audio/mpeg")
                .contains("[attached: report.pdf, application/pdf");
    }

    @Test
    void onlyTheNewestFilesAreKeptAndStateStaysSmall() {
        for (int count = 0; count < 30; count++) {
            cafe.hear(
                    cafe.saying("bo", "number " + count)
                            .with(
                                    file("a" + count + ".png", "image/png"),
                                    file("b" + count + ".png", "image/png"),
                                    file("c" + count + ".png", "image/png")));
        }
        cafe.hear(cafe.saying("bo", "@Ada look").mentioning(ADA));
        cafe.afterGathering();

        assertThat(names(cafe.step()))
                .containsExactly("a28.png", "b28.png", "c28.png", "a29.png", "b29.png", "c29.png");
        assertThat(cafe.conversation().bytes().length).isLessThanOrEqualTo(Conversation.LIMIT);
    }

    private static List<String> names(Step.Think step) {
        return step.window().stream()
                .map(Line::files)
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .map(Attachment::name)
                .toList();
    }

    private static Attachment file(String name, String type) {
        String signature = IntStream.range(0, 200).mapToObj(one -> "f").reduce("", String::concat);
        return new Attachment(
                name.replaceAll("\\D", "1"),
                name,
                Optional.of(type),
                1000,
                "https://cdn.discordapp.com/attachments/1/2/" + name + "?ex=1&is=1&hm=" + signature,
                Optional.of("what it shows"));
    }
}
