package dev.carrier.cli.up;

import dev.carrier.contracts.AccountId;
import dev.carrier.ingest.discord.AccountHealth;
import dev.carrier.ingest.discord.CatchUp;
import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.pipeline.character.CharacterProblem;
import dev.carrier.pipeline.character.Finding;
import dev.carrier.pipeline.character.Lint;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the first screen says of characters and accounts. One thread. */
final class Outlook {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Settings settings;
    private final Screen screen;

    private final SortedMap<Path, CharacterFile> characters = new TreeMap<>();

    /**
     * Reads the characters.
     *
     * @throws SetupProblem when one of them cannot be used
     */
    Outlook(Settings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
        try {
            settings.accounts()
                    .values()
                    .forEach(account ->
                            characters.computeIfAbsent(account.character(), CharacterFile::load));
        } catch (CharacterProblem problem) {
            throw new SetupProblem(problem.sentence());
        }
    }

    /** Each character, with how many remarks lint has. */
    void characters() {
        characters.forEach(this::character);
    }

    private void character(Path path, CharacterFile file) {
        List<Finding> findings = Lint.of(path);
        long remarks =
                findings.stream()
                        .filter(finding -> finding.severity() != Finding.Severity.NOTE)
                        .count();
        screen.ok(
                "character",
                file.character().name()
                        + " "
                        + file.version().hash().value().substring(0, 6)
                        + (remarks == 0
                                ? ""
                                : ", "
                                        + count(remarks, "warning")
                                        + ": ./carrier character lint "
                                        + shown(path)));
    }

    /** Each account as Discord has it. */
    void accounts(List<AccountHealth> accounts) {
        for (AccountHealth account : accounts) {
            if (account.state() == AccountHealth.State.STOPPED) {
                screen.warn("discord", account.account() + ": " + account.sentence());
                continue;
            }
            if (account.state() == AccountHealth.State.STANDBY) {
                screen.off("discord", account.sentence());
                continue;
            }
            long owned = account.servers().stream().filter(AccountHealth.Server::owned).count();
            screen.ok(
                    "discord",
                    "%s is %s, %s, message content %s%s"
                            .formatted(
                                    account.account(),
                                    account.user(),
                                    count(account.servers().size(), "server"),
                                    account.messageContent() ? "on" : "off",
                                    shards(account)));
            account.warning().ifPresent(it -> screen.warn("discord", it));
            boolean onlyOwned = settings.policy().defaults().guilds().contains("owned");
            for (AccountHealth.Server server : account.servers()) {
                if (onlyOwned && !server.owned() && owned < account.servers().size()) {
                    screen.warn(
                            "discord",
                            "\""
                                    + server.name()
                                    + "\" is not yours: silent there (policy.default.guilds)");
                }
                server.mute()
                        .forEach(channel ->
                                screen.warn(
                                        "discord",
                                        "#%s in \"%s\": may not send, listening only"
                                                .formatted(channel, server.name())));
            }
        }
    }

    /** Said only where there are several: {@code , shards 0, 1 of 4 (as Discord recommends)}. */
    private String shards(AccountHealth account) {
        if (account.shards().stream().allMatch(it -> it.shard().isOnly())) {
            return "";
        }
        var set = settings.accounts().get(account.account());
        boolean asked = set != null && set.shards().count().isEmpty();
        return ", shards %s of %d%s"
                .formatted(
                        account.shards().stream()
                                .map(it -> Integer.toString(it.shard().id()))
                                .collect(Collectors.joining(", ")),
                        account.shards().getFirst().shard().total(),
                        asked ? " (as Discord recommends)" : "");
    }

    /** What each account had missed, and what becomes of it. */
    void missed(List<AccountHealth> accounts, CaughtUp decided) {
        accounts.forEach(one -> missed(one.account(), one.catchUp(), decided));
    }

    private void missed(AccountId account, CatchUp caught, CaughtUp decided) {
        if (caught.heard() > 0 && caught.from().isPresent() && caught.to().isPresent()) {
            ZoneId zone = settings.timezone();
            screen.ok(
                    "catch-up",
                    "%s%s-%s: %s%s"
                            .formatted(
                                    settings.accounts().size() > 1 ? account + ", " : "",
                                    CLOCK.format(caught.from().get().atZone(zone)),
                                    CLOCK.format(caught.to().get().atZone(zone)),
                                    decided.sentence(account),
                                    caught.done() ? "" : " (still reading)"));
        }
    }

    private static String count(long many, String of) {
        return many + " " + of + (many == 1 ? "" : "s");
    }

    private static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.toAbsolutePath().startsWith(here)
                ? here.relativize(path.toAbsolutePath())
                : path;
    }
}
