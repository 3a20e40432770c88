package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PostItem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A file of a direct message is fetched by Instagram, stands there once, and is left nowhere. */
class FilesOnInstagramIT {
    @AutoClose private final OnInstagram ada = new OnInstagram();
    private final String message = ada.instagram.dm(ada.bo, ada.account.id(), "show me");
    private final Place dm = ada.dm(ada.bo);

    @Test
    void aPictureIsSentAndTakenAwayFromTheMediaHost() throws Exception {
        byte[] picture = picture();
        PostItem item = ada.inOutbox("bees.png", picture);

        Delivery delivery = ada.delivered(ada.turn(dm, message).file(item));

        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.text()).isEqualTo("[sends bees.png]"));
        assertThat(ada.written())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.files()).hasSize(1);
                    assertThat(bytes(it.files().getFirst())).isEqualTo(picture);
                });
        assertThat(ada.onHost()).isEmpty();
    }

    @Test
    void aFileWhoseAnswerGotLostIsFoundAndNotSentAgain() throws Exception {
        PostItem item = ada.inOutbox("plan.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        ada.writes("/messages$").dropAfter();

        assertThat(ada.delivered(ada.turn(dm, message).file(item)))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
        assertThat(ada.written()).hasSize(1);
        assertThat(ada.onHost()).isEmpty();
    }

    @Test
    void wordsAreNotTakenForTheFile() throws Exception {
        PostItem item = ada.inOutbox("bees.png", picture());
        ada.delivered(ada.turn(dm, message).say("here it comes"));
        ada.writes("/messages$").dropBefore();

        assertThat(ada.delivered(ada.turn(dm, message).file(item)))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.found()).isFalse());
        assertThat(ada.written()).hasSize(2);
    }

    @Test
    void aFileOfNoKindThatIsTakenIsRefusedWithASentence() throws Exception {
        PostItem item = ada.inOutbox("notes.txt", new byte[] {1});

        assertThat(ada.delivered(ada.turn(dm, message).file(item)))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused ->
                                assertThat(refused.reason()).startsWith("notes.txt is of no kind"));
        assertThat(ada.written()).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsPutAnywhere() throws Exception {
        PostItem item = ada.inOutbox("huge.png", new byte[(8 << 20) + 1]);

        assertThat(ada.delivered(ada.turn(dm, message).file(item)))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.reason()).contains("8 MB"));
        assertThat(ada.onHost()).isEmpty();
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] bytes(String url) throws IOException {
        try (var in = URI.create(url).toURL().openStream()) {
            return in.readAllBytes();
        }
    }
}
