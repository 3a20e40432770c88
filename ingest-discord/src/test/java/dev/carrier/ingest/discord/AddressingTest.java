package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Address;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressingTest {
    @Test
    void aMentionStandsInTheTextInEitherForm() {
        assertThat(Addressing.of("7", "hi <@7>", List.of(), List.of(), false))
                .containsExactly(Address.MENTION);
        assertThat(Addressing.of("7", "hi <@!7>", List.of(), List.of(), false))
                .containsExactly(Address.MENTION);
        assertThat(Addressing.of("7", "hi <@77>", List.of(), List.of(), false)).isEmpty();
    }

    @Test
    void aPingWithoutTheMentionInTheTextIsNone() {
        assertThat(Addressing.of("7", "yes", List.of(), List.of(), true))
                .containsExactly(Address.REPLY);
        assertThat(Addressing.of("7", "write `<@7>` to call her", List.of(), List.of(), true))
                .containsExactly(Address.REPLY);
        assertThat(Addressing.of("7", "```\n<@7>\n``` and <@7>", List.of(), List.of(), false))
                .containsExactly(Address.MENTION);
    }

    @Test
    void aRoleCountsOnlyForWhoHasIt() {
        assertThat(Addressing.of("7", "<@&5>", List.of("5"), List.of("4", "5"), false))
                .containsExactly(Address.ROLE);
        assertThat(Addressing.of("7", "<@&5>", List.of("5"), List.of("4"), false)).isEmpty();
    }

    @Test
    void aReplyCanMentionToo() {
        assertThat(Addressing.of("7", "and <@7>?", List.of(), List.of(), true))
                .containsExactly(Address.MENTION, Address.REPLY);
    }
}
