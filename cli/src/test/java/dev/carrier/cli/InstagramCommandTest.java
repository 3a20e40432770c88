package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with an order is said before anything starts. */
class InstagramCommandTest {
    @TempDir Path folder;

    @Test
    void whoHasAccountsButNoneOnInstagramIsNotGivenTheSandbox() throws Exception {
        Path settings = settings("accounts: { ada: { character: ada.json } }");

        Typed seen = types("status", "--config", settings.toString());

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.out()).isEmpty();
        assertThat(seen.err()).contains("no account of the settings is on Instagram");
    }

    @Test
    void aRealAccountWithoutATokenIsNotGivenTheSandboxEither() throws Exception {
        Path settings =
                settings(
                        "accounts: { bees: { platform: instagram, character: ada.json } }\n"
                                + "kafka: { bootstrap: '127.0.0.1:1' }\n"
                                + "redis: { url: 'redis://127.0.0.1:1' }");

        Typed seen = types("comments", "--config", settings.toString());

        assertThat(seen.code()).as(seen.toString()).isEqualTo(2);
        assertThat(seen.out()).isEmpty();
        assertThat(seen.err()).contains("INSTAGRAM_TOKEN_BEES, which is not set");
    }

    @Test
    void filesAndTimesAreLookedAtFirst() throws Exception {
        String bees = Files.writeString(folder.resolve("bees.jpg"), "no picture").toString();

        assertThat(types("post", folder.resolve("no.jpg").toString()).err())
                .contains("there is no file");
        assertThat(types("carousel", bees).err()).contains("2 to 10 files, not 1");
        assertThat(types("reel", bees).err()).contains("is no video");
        assertThat(types("post", bees, "--at", "2020-01-01T00:00").err()).contains("is over");
        assertThat(types("dm", "9", "x".repeat(1001)).err()).contains("1001 bytes");
        assertThat(types("dm", "9").err()).contains("give a TEXT or --file");
        assertThat(types("dm", "9", "hello", "--file", bees).err()).contains("as two messages");
        assertThat(types("dm", "9", "--file", "no.jpg").err()).contains("there is no file no.jpg");
        assertThat(types("pots", bees).err()).contains("did you mean 'post'?");
    }

    @Test
    void everyCommandHasHelpWithTheOptionsThatAllHave() {
        var commands =
                Carrier.commandLine(Map.of())
                        .getSubcommands()
                        .get("instagram")
                        .getSubcommands()
                        .keySet();

        assertThat(commands)
                .contains("post", "reel", "story", "carousel", "status", "limits", "comments")
                .contains("reply", "hide", "unhide", "delete", "dm", "token");
        for (String command : commands) {
            assertThat(types(command, "--help").out())
                    .contains("Usage: carrier instagram " + command)
                    .contains("--account", "--config", "--data", "--json");
        }
    }

    private Path settings(String text) throws Exception {
        return Files.writeString(folder.resolve("carrier.yaml"), text);
    }

    private Typed types(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "instagram";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--data";
        all[args.length + 2] = folder.resolve("data").toString();
        return Typed.carrier(all);
    }
}
