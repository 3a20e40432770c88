package dev.carrier.cli.instagram;

import dev.carrier.cli.Carrier;
import dev.carrier.contracts.Moderation;
import dev.carrier.contracts.PostItem;
import dev.carrier.instagram.Comment;
import dev.carrier.runtime.SetupProblem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./carrier instagram}. Its methods are its commands. */
@Command(
        name = "instagram",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Looks at Instagram, publishes there and answers people, in an account's name.",
            "Where no account is set, all of it happens on the sandbox, and each line says so."
        },
        footer = {
            "",
            "What is ordered is recorded first, and then done by the workers of the ./carrier up that runs",
            "on the same data or cluster; where none runs, they are started for as long as it takes.",
            "Ctrl-C ends the telling, not the doing."
        })
public final class InstagramCommand implements Runnable {
    private final Carrier carrier;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--account",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Which account of the settings, where there are several.")
    private String account = "";

    /**
     * @param carrier gives the options that all commands have
     */
    public InstagramCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public void run() {
        spec.commandLine().usage(carrier.out());
    }

    @Command(name = "post", description = "Publishes a picture, or several as a carousel.")
    int post(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "Pictures, in order.")
                    List<Path> files,
            @Mixin Words words,
            @Mixin Alts alts,
            @Mixin Timing timing)
            throws InterruptedException {
        return publish(PostPlan.post(files, alts.texts(), words.caption()), timing);
    }

    @Command(name = "carousel", description = "Publishes 2 to 10 pictures and videos as one post.")
    int carousel(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "Pictures and videos, in order.")
                    List<Path> files,
            @Mixin Words words,
            @Mixin Alts alts,
            @Mixin Timing timing)
            throws InterruptedException {
        return publish(PostPlan.carousel(files, alts.texts(), words.caption()), timing);
    }

    @Command(name = "reel", description = "Publishes a video.")
    int reel(
            @Parameters(paramLabel = "FILE", description = "A video: .mp4 or .mov.") Path file,
            @Option(
                            names = "--cover",
                            paramLabel = "FILE",
                            description = "The picture that stands for it until it plays.")
                    Optional<Path> cover,
            @Option(names = "--not-in-feed", description = "It stands among the reels only.")
                    boolean notInFeed,
            @Mixin Words words,
            @Mixin Timing timing)
            throws InterruptedException {
        return publish(PostPlan.reel(file, words.caption(), cover, !notInFeed), timing);
    }

    @Command(name = "story", description = "Publishes a picture or video for a day.")
    int story(
            @Parameters(paramLabel = "FILE", description = "A picture or video.") Path file,
            @Mixin Timing timing)
            throws InterruptedException {
        return publish(PostPlan.story(file), timing);
    }

    @Command(
            name = "comments",
            description = "The comments below a post, or below the newest posts, with their ids.")
    int comments(
            @Parameters(arity = "0..1", paramLabel = "MEDIA", description = "A post's id.")
                    Optional<String> media)
            throws InterruptedException {
        return looking((session, lines) -> {
            new Looks(session.one(account), lines).comments(media);
            return 0;
        });
    }

    @Command(name = "reply", description = "Answers a comment.")
    int reply(
            @Parameters(paramLabel = "COMMENT", description = "The comment's id.") String comment,
            @Parameters(paramLabel = "TEXT", description = "What to say.") String text,
            @Option(
                            names = "--privately",
                            description = {
                                "By a direct message that only its author sees: once for each",
                                "comment, within 7 days."
                            })
                    boolean privately)
            throws InterruptedException {
        if (privately) {
            Orders.requireMessage(text);
        }
        return ordering((session, lines) -> {
            Reached one = session.one(account);
            Comment found = one.graph().comments().one(comment);
            Orders orders = orders(one);
            return new Ordering(session, lines)
                    .say(
                            one.id(),
                            privately ? orders.privately(found, text) : orders.reply(found, text));
        });
    }

    @Command(name = "hide", description = "Hides a comment from everybody but its author.")
    int hide(@Parameters(paramLabel = "COMMENT", description = "The comment's id.") String comment)
            throws InterruptedException {
        return moderate(comment, Moderation.HIDE);
    }

    @Command(name = "unhide", description = "Shows a hidden comment again.")
    int unhide(
            @Parameters(paramLabel = "COMMENT", description = "The comment's id.") String comment)
            throws InterruptedException {
        return moderate(comment, Moderation.UNHIDE);
    }

    @Command(name = "delete", description = "Deletes a comment.")
    int delete(
            @Parameters(paramLabel = "COMMENT", description = "The comment's id.") String comment)
            throws InterruptedException {
        return moderate(comment, Moderation.DELETE);
    }

    @Command(
            name = "dm",
            description = "Writes to a person who has written within the last 24 hours.")
    int dm(
            @Parameters(
                            paramLabel = "PERSON",
                            description = "A username out of the newest conversations, or an id.")
                    String person,
            @Parameters(
                            paramLabel = "TEXT",
                            arity = "0..1",
                            defaultValue = "",
                            description = "At most 1000 bytes; none with --file.")
                    String text,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description =
                                    "A picture (PNG, JPEG, GIF; 8 MB), or a video, a sound or a PDF"
                                            + " (25 MB), in place of the text.")
                    Optional<Path> file)
            throws InterruptedException {
        if (file.isPresent() != text.isBlank()) {
            throw new SetupProblem(
                    file.isPresent()
                            ? "Instagram sends a file and a text as two messages"
                            : "there is nothing to be sent",
                    file.isPresent() ? "order them one after the other" : "give a TEXT or --file");
        }
        file.ifPresent(Outbox::requireReadable);
        Orders.requireMessage(text);
        return ordering((session, lines) -> {
            Reached one = session.one(account);
            String to = People.id(one.graph(), person);
            return new Ordering(session, lines)
                    .say(
                            one.id(),
                            file.map(it -> orders(one).file(to, inOutbox(session, it)))
                                    .orElseGet(() -> orders(one).dm(to, text)));
        });
    }

    @Command(
            name = "status",
            description = {
                "Who the accounts are, how old their tokens are, where Meta calls, and what waits",
                "to be published, until when and why."
            })
    int status() throws InterruptedException {
        return looking((session, lines) -> {
            var standing = new Standing(session, lines, Instant.now());
            session.all(account).forEach(standing::status);
            standing.surroundings();
            return 0;
        });
    }

    @Command(name = "limits", description = "How much may still be published and called.")
    int limits() throws InterruptedException {
        return looking((session, lines) -> {
            var standing = new Standing(session, lines, Instant.now());
            session.all(account).forEach(standing::limits);
            return 0;
        });
    }

    @Command(
            name = "token",
            description = "How old the token is and how long it lives. Exits 1 when it is dead.")
    int token(
            @Option(names = "--refresh", description = "Has it live for another 60 days, now.")
                    boolean refresh)
            throws InterruptedException {
        return looking((session, lines) -> {
            Reached one = session.one(account);
            return new TokenTelling(session, lines).tell(one, refresh);
        });
    }

    private interface Work {
        int in(Session session, Lines lines) throws InterruptedException;
    }

    private int publish(PostPlan plan, Timing timing) throws InterruptedException {
        Instant now = Instant.now();
        Optional<Instant> at = timing.at(now, carrier.settings().settings().timezone());
        plan.files().forEach(Outbox::requireReadable);
        plan.cover().ifPresent(Outbox::requireReadable);
        return ordering((session, lines) -> {
            Reached one = session.one(account);
            boolean marked =
                    timing.marked(session.settings().platforms().instagram().aiGenerated());
            requireMediaHost(session);
            var post = Posts.made(plan, new Outbox(session.settings().outbox()), marked, at);
            return new Ordering(session, lines).post(one.id(), orders(one).post(post));
        });
    }

    private int moderate(String comment, Moderation what) throws InterruptedException {
        return ordering((session, lines) -> {
            Reached one = session.one(account);
            Comment found = one.graph().comments().one(comment);
            return new Ordering(session, lines)
                    .moderate(one.id(), orders(one).moderate(found, what));
        });
    }

    private int looking(Work work) throws InterruptedException {
        return within(work, false);
    }

    private int ordering(Work work) throws InterruptedException {
        return within(work, true);
    }

    private int within(Work work, boolean orders) throws InterruptedException {
        var loaded = carrier.settings();
        boolean sandbox = loaded.settings().accounts().isEmpty();
        Lines lines = new Lines(carrier.out(), sandbox, carrier.json());
        try (Session session = new Opening(carrier, loaded, lines).open(orders)) {
            return work.in(session, lines);
        }
    }

    private static Orders orders(Reached one) {
        return Orders.of(one, Instant.now());
    }

    private static PostItem inOutbox(Session session, Path file) {
        requireMediaHost(session);
        return new Outbox(session.settings().outbox()).put(file, Optional.empty());
    }

    private static void requireMediaHost(Session session) {
        if (session.settings().media().url().isEmpty()) {
            throw new SetupProblem(
                    "media.url is not set, so Instagram could not fetch the file",
                    "say where files are put (media in carrier.yaml, MEDIA_URL, FTP_HOST)");
        }
    }
}
