package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.ingest.discord.Invite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's invite and that of {@code ./carrier up} are the same. */
class InviteTest {
    private static final Pattern NUMBER = Pattern.compile("permissions=(\\d+)");

    @Test
    void theReadmeInvitesWithThePermissionsThatUpInvitesWith() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme).contains(Invite.link("APPLICATION_ID"));
        assertThat(NUMBER.matcher(readme).results().map(MatchResult::group))
                .containsOnly("permissions=" + Invite.PERMISSIONS);
    }

    /** https://docs.discord.com/developers/topics/permissions: bit by bit, as the page has them. */
    @Test
    void itAsksForWhatCarrierUsesAndForNothingElse() {
        long react = 1L << 6;
        long view = 1L << 10;
        long send = 1L << 11;
        long attach = 1L << 15;
        long readBack = 1L << 16;
        long openThreads = 1L << 35;
        long sendInThreads = 1L << 38;

        assertThat(Invite.PERMISSIONS)
                .isEqualTo(react | view | send | attach | readBack | openThreads | sendInThreads);
    }
}
