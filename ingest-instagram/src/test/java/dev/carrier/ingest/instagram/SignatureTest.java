package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.runtime.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** RFC 4231, test case 2. */
    private static final String DIGEST =
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private static final byte[] BODY =
            "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

    @Test
    void anyOfTheAppsSecretsMaySign() {
        var signature = new Signature(List.of(Secret.of("other"), Secret.of("Jefe")));
        assertThat(signature.holds(claimed("sha256=" + DIGEST), BODY)).isTrue();
    }

    @Test
    void anotherSecretsSignatureDoesNotHold() {
        assertThat(
                        new Signature(List.of(Secret.of("jefe")))
                                .holds(claimed("sha256=" + DIGEST), BODY))
                .isFalse();
    }

    @Test
    void aSignatureHoldsForItsOwnBytesOnly() {
        byte[] other = "what do ya want for nothing!".getBytes(StandardCharsets.UTF_8);
        assertThat(
                        new Signature(List.of(Secret.of("Jefe")))
                                .holds(claimed("sha256=" + DIGEST), other))
                .isFalse();
    }

    @Test
    void withoutASecretNothingIsSigned() {
        var none = new Signature(List.of(Secret.none("x"), Secret.of("")));
        assertThat(none.canHold()).isFalse();
        assertThat(none.holds(claimed("sha256=" + DIGEST), BODY)).isFalse();
    }

    @Test
    void aHeaderThatIsNoDigestClaimsNothing() {
        for (String header :
                List.of(
                        "",
                        "sha256=",
                        "sha1=" + DIGEST,
                        DIGEST,
                        "sha256=" + DIGEST + "00",
                        "sha256=zz")) {
            assertThat(Signature.claimed(Optional.of(header))).as(header).isEmpty();
        }
        assertThat(Signature.claimed(Optional.empty())).isEmpty();
    }

    private static byte[] claimed(String header) {
        return Signature.claimed(Optional.of(header)).orElseThrow();
    }
}
