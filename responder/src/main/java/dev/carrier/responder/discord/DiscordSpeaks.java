package dev.carrier.responder.discord;

import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Response;
import dev.carrier.responder.Found;
import dev.carrier.responder.Speaks;
import dev.carrier.responder.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;

/**
 * One Discord account's way to speak, over JDA. Mentions of everyone and of roles are never
 * allowed, every part carries its response's id as an enforced nonce. Thread-safe; blocks.
 */
public final class DiscordSpeaks implements Speaks {
    /** How long a channel that this session does not know may still turn up. */
    private static final Duration NEWS_TRAVELS = Duration.ofSeconds(10);

    /** Older than this, Discord may have forgotten the nonce. */
    private static final Duration NONCE_IS_FRESH = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Brakes brakes;
    private final CommandAnswers commands;
    private final InstantSource clock;
    private final Answers answers;
    private final Channels channels;
    private final Threads threads;
    private final EarlierSending earlier;

    /** Where a place is known. */
    @FunctionalInterface
    private interface Sessions {
        /** The session that knows it; empty while there is none. */
        Optional<DiscordSession> in(Place place);
    }

    /**
     * @param session the account's
     * @param commands gives the account's answers to commands
     */
    public DiscordSpeaks(DiscordSession session, CommandAnswers commands, InstantSource clock) {
        this(_ -> Optional.of(session), session.brakes(), commands, clock);
    }

    /** The same with several sessions. */
    public DiscordSpeaks(AccountSessions sessions, CommandAnswers commands, InstantSource clock) {
        this(sessions::in, sessions.brakes(), commands, clock);
    }

    private DiscordSpeaks(
            Sessions sessions, Brakes brakes, CommandAnswers commands, InstantSource clock) {
        this.sessions = sessions;
        this.brakes = brakes;
        this.commands = commands;
        this.clock = clock;
        this.answers = new Answers(clock);
        this.channels = new Channels(answers, clock);
        this.threads = new Threads(answers, clock);
        this.earlier = new EarlierSending(answers, clock);
    }

    @Override
    public Spoken say(Response.Say say, Instant patience, BooleanSupplier still) {
        String to = say.in().channel();
        Optional<Brakes.On> on = brakes.before(to, patience);
        if (on.isPresent()) {
            return new Spoken.Limited(on.get().until(), on.get().why());
        }
        return attempt(
                say.in(),
                say.decidedAt(),
                toWrite(say.in()),
                where -> {
                    MessageChannel channel = threads.of(where, say, still);
                    if (say.files().isPresent() && !Files.mayAttach(channel)) {
                        return new Spoken.Refused(
                                Remedies.missing(Permission.MESSAGE_ATTACH_FILES, say.in()),
                                Spoken.Reach.FILES);
                    }
                    MessageCreateAction action =
                            channel.sendMessage(say.text())
                                    .addFiles(Files.of(say))
                                    .setNonce(say.id().value())
                                    .setAllowedMentions(EnumSet.of(Message.MentionType.USER))
                                    .mentionRepliedUser(say.ping().orElse(true));
                    // What is answered in its own thread needs no pointer to it.
                    if (say.replyTo().isPresent() && channel.getIdLong() == where.getIdLong()) {
                        action =
                                action.setMessageReference(say.replyTo().get().message())
                                        .failOnInvalidReply(false);
                    }
                    return sent(
                            answers.within(
                                    action,
                                    say.notAfter(),
                                    still,
                                    () -> brakes.waiting(channel.getId(), patience)));
                });
    }

    @Override
    public Found find(Response.Say say) {
        Optional<DiscordSession> session = sessions.in(say.in());
        Optional<JDA> jda = session.flatMap(DiscordSession::ready);
        if (session.isEmpty() || jda.isEmpty()) {
            return new Found.Unreadable("not connected");
        }
        try {
            MessageChannel channel = channels.of(jda.get(), say.in());
            Optional<String> wanted = say.replyTo().map(target -> target.message());
            return threads.known(channel, say)
                    .flatMap(thread -> earlier.in(thread, say, Optional.empty()))
                    .or(() -> earlier.in(channel, say, wanted))
                    .<Found>map(message -> new Found.There(sent(message)))
                    .orElseGet(Found.Absent::new);
        } catch (Refusals.NoChannel none) {
            return isGone(session.get(), say.decidedAt())
                    ? new Found.Gone(none.why())
                    : new Found.Unreadable(none.why());
        } catch (RuntimeException problem) {
            return switch (Refusals.of(problem, jda.get(), say.in(), Permission.MESSAGE_HISTORY)) {
                case Spoken.Refused refused -> new Found.Gone(refused.why());
                case Spoken.Unknown unknown -> new Found.Unreadable(unknown.why());
                case Spoken.NotNow notNow -> new Found.Unreadable(notNow.why());
                case Spoken.Limited limited -> new Found.Unreadable(limited.why());
                case Spoken.Held held -> new Found.Unreadable("held");
                case Spoken.Sent sent -> new Found.There(sent);
            };
        }
    }

    @Override
    public Optional<Spoken> answer(Interaction to, String text, BooleanSupplier still) {
        return still.getAsBoolean() ? commands.answer(to, text) : Optional.of(new Spoken.Held());
    }

    @Override
    public Spoken react(Response.React react, BooleanSupplier still) {
        return attempt(
                react.in(),
                react.decidedAt(),
                Permission.MESSAGE_ADD_REACTION,
                channel -> {
                    answers.within(
                            channel.addReactionById(
                                    react.target().message(), Emoji.fromFormatted(react.emoji())),
                            react.notAfter(),
                            still);
                    return sent(channel.getJDA(), react.target().message(), clock.instant());
                });
    }

    @Override
    public void type(Response.Typing typing) {
        sessions.in(typing.in())
                .flatMap(DiscordSession::ready)
                .ifPresent(jda -> {
                    try {
                        channels.of(jda, typing.in())
                                .sendTyping()
                                .timeout(5, TimeUnit.SECONDS)
                                .queue(done -> {}, failed -> {});
                    } catch (RuntimeException ignoredOnPurpose) {
                        // An indicator that cannot be shown is no reason to stop.
                        return;
                    }
                });
    }

    @Override
    public Duration recognises() {
        return NONCE_IS_FRESH;
    }

    /** The nonce tells what is late from what is new. */
    @Override
    public Duration settles() {
        return Duration.ZERO;
    }

    private interface Attempt {
        Spoken on(MessageChannel channel);
    }

    private Spoken attempt(Place place, Instant decidedAt, Permission needs, Attempt attempt) {
        Optional<DiscordSession> session = sessions.in(place);
        Optional<JDA> jda = session.flatMap(DiscordSession::ready);
        if (session.isEmpty() || jda.isEmpty()) {
            return new Spoken.NotNow("not connected");
        }
        try {
            return attempt.on(channels.of(jda.get(), place));
        } catch (CancellationException notWanted) {
            return new Spoken.Held();
        } catch (Refusals.NoChannel none) {
            return isGone(session.get(), decidedAt)
                    ? new Spoken.Refused(none.why(), Spoken.Reach.PLACE)
                    : new Spoken.NotNow(none.why());
        } catch (RuntimeException problem) {
            return Refusals.of(problem, jda.get(), place, needs);
        }
    }

    /**
     * Whether a place that the session does not know does not exist. The other session of this
     * account may hear of a new channel before this one does.
     */
    private boolean isGone(DiscordSession session, Instant decidedAt) {
        Instant latest = clock.instant().minus(NEWS_TRAVELS);
        return !decidedAt.isAfter(latest) && session.wholeness().hasLastedSince(latest);
    }

    private static Permission toWrite(Place place) {
        return place.kind() == PlaceKind.THREAD
                ? Permission.MESSAGE_SEND_IN_THREADS
                : Permission.MESSAGE_SEND;
    }

    private static Spoken.Sent sent(Message message) {
        return sent(message.getJDA(), message.getId(), message.getTimeCreated().toInstant());
    }

    private static Spoken.Sent sent(JDA jda, String message, Instant at) {
        return new Spoken.Sent(
                message,
                new PersonId("discord:user:" + jda.getSelfUser().getId()),
                jda.getSelfUser().getName(),
                at);
    }
}
