package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.PromptPicture;
import dev.carrier.contracts.Purpose;
import dev.carrier.contracts.Usage;
import dev.carrier.pipeline.character.Tokens;
import dev.carrier.pipeline.provider.enclosure.Picture;
import dev.carrier.pipeline.provider.model.Attempt.Again;
import dev.carrier.runtime.settings.ModelSettings;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One model of the settings: at most so many calls at once, and none while its provider asked to be
 * left alone. Thread-safe.
 */
final class OneModel {
    private static final int MOST_CHARACTERS = 64_000;
    private static final int MOST_TOKENS = 4_096;

    /** One word; but models that think first count their thoughts too. */
    private static final int MOST_TOKENS_TO_JUDGE = 512;

    /** What a server says to a part of a question that it cannot take. */
    private static final Set<Integer> REFUSES_PICTURES = Set.of(400, 404, 413, 415, 422);

    private final String name;
    private final ModelSettings settings;
    private final ChatModel client;
    private final Semaphore places;
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);

    OneModel(String name, ModelSettings settings, Wire wire) {
        this.name = name;
        this.settings = settings;
        this.client = Endpoint.client(settings, wire);
        this.places = new Semaphore(Math.max(1, settings.concurrency()), true);
    }

    String name() {
        return name;
    }

    boolean sees() {
        return Sight.sees(settings);
    }

    String label() {
        return Endpoint.label(settings);
    }

    /** When its provider wants to hear from us again, after any question. */
    Instant quietUntil() {
        return quietUntil.get();
    }

    /**
     * Calls it once.
     *
     * @throws InterruptedException at once when the work is to stop
     */
    Attempt attempt(Ask ask) throws InterruptedException {
        long left = Duration.between(Instant.now(), ask.until()).toMillis();
        if (!places.tryAcquire(Math.max(0, left), TimeUnit.MILLISECONDS)) {
            return new Attempt.Broke(
                    FailureKind.TIMEOUT,
                    "all its " + settings.concurrency() + " places were taken",
                    Optional.empty(),
                    Again.NO,
                    false);
        }
        try {
            return call(ask, sees(), 1);
        } finally {
            places.release();
        }
    }

    private Attempt call(Ask ask, boolean showing, int calls) throws InterruptedException {
        Instant now = Instant.now();
        Instant until = now.plus(settings.timeout());
        ChatRequest request = request(ask, showing);
        try {
            ChatResponse response =
                    ScopedValue.where(Wire.UNTIL, until.isBefore(ask.until()) ? until : ask.until())
                            .call(() -> client.chat(request));
            return read(ask, response, now, !showing, calls);
        } catch (RuntimeException problem) {
            // Of a model that turns out to be blind, or a picture that it does not take.
            return showing && !ask.pictures().isEmpty() && isRefusal(problem)
                    ? call(ask, false, calls + 1)
                    : broke(problem);
        }
    }

    private static boolean isRefusal(RuntimeException problem) {
        for (Throwable one = problem; one != null; one = one.getCause()) {
            if (one instanceof Refused refused) {
                return REFUSES_PICTURES.contains(refused.statusCode());
            }
        }
        return false;
    }

    private Attempt broke(RuntimeException problem) throws InterruptedException {
        for (Throwable one = problem; one != null; one = one.getCause()) {
            switch (one) {
                case Refused refused -> {
                    refused.pause()
                            .map(Instant.now()::plus)
                            .ifPresent(then -> quietUntil.accumulateAndGet(then, OneModel::later));
                    return broke(
                            FailureKind.MODEL,
                            refused.reason(),
                            refused.pause(),
                            refused.passes() ? Again.LATER : Again.NO);
                }
                case NoAnswer none -> {
                    if (none.why() == NoAnswer.Why.INTERRUPTED) {
                        Thread.interrupted();
                        throw new InterruptedException();
                    }
                    return broke(
                            none.why() == NoAnswer.Why.TIMEOUT
                                    ? FailureKind.TIMEOUT
                                    : FailureKind.MODEL,
                            none.why().words(),
                            Optional.empty(),
                            again(none.why()));
                }
                default -> {
                    // langchain4j's own wrapping; the cause says more.
                }
            }
        }
        return broke(
                FailureKind.MODEL,
                "gave an unreadable answer",
                Optional.empty(),
                Again.LATER_AND_PAID);
    }

    private static Again again(NoAnswer.Why why) {
        return switch (why) {
            // What was too slow once is slow again, and costs again.
            case TIMEOUT, INTERRUPTED -> Again.NO;
            case UNREACHABLE -> Again.LATER;
            case CUT -> Again.LATER_AND_PAID;
        };
    }

    private Attempt read(
            Ask ask, ChatResponse response, Instant startedAt, boolean blind, int calls) {
        @Nullable String said = response.aiMessage().text();
        String text = said == null ? "" : said;
        if (text.isBlank()) {
            boolean withheld = response.finishReason() == FinishReason.CONTENT_FILTER;
            return broke(
                    FailureKind.MODEL,
                    withheld ? "withheld its answer" : "answered nothing",
                    Optional.empty(),
                    withheld ? Again.NO : Again.NOW);
        }
        if (text.length() > MOST_CHARACTERS) {
            return broke(FailureKind.MODEL, "answered without end", Optional.empty(), Again.NO);
        }
        Optional<String> finish =
                Optional.ofNullable(response.finishReason())
                        .map(reason -> reason.name().toLowerCase(Locale.ROOT));
        return new Attempt.Done(
                text, usage(ask, response.tokenUsage(), text), startedAt, finish, blind, calls);
    }

    private Usage usage(Ask ask, @Nullable TokenUsage counted, String text) {
        Integer in = counted == null ? null : counted.inputTokenCount();
        Integer out = counted == null ? null : counted.outputTokenCount();
        boolean estimated = in == null || out == null || in + out == 0;
        long tokensIn = in == null || estimated ? Cost.tokens(ask.prompt()) : in;
        long tokensOut = out == null || estimated ? Tokens.of(text) : out;
        return new Usage(
                tokensIn, tokensOut, Cost.micros(settings.price(), tokensIn, tokensOut), estimated);
    }

    private ChatRequest request(Ask ask, boolean showing) {
        int most = ask.purpose() == Purpose.JUDGE ? MOST_TOKENS_TO_JUDGE : MOST_TOKENS;
        List<PromptMessage> prompt = showing ? ask.prompt() : Sight.unseen(ask.prompt());
        var request =
                ChatRequest.builder()
                        .messages(
                                prompt.stream().map(one -> message(one, ask.pictures())).toList());
        return Endpoint.wantsCompletionTokens(settings)
                ? request.parameters(
                                OpenAiChatRequestParameters.builder()
                                        .maxCompletionTokens(most)
                                        .build())
                        .build()
                : request.maxOutputTokens(most).build();
    }

    private static ChatMessage message(PromptMessage message, Map<String, Picture> pictures) {
        return switch (message.role()) {
            case "system" -> SystemMessage.from(message.text());
            case "assistant" -> AiMessage.from(message.text());
            default ->
                    message.shown().isEmpty()
                            ? UserMessage.from(message.text())
                            : UserMessage.from(contents(message, pictures));
        };
    }

    private static List<Content> contents(PromptMessage message, Map<String, Picture> pictures) {
        List<Content> contents = new ArrayList<>();
        contents.add(TextContent.from(message.text()));
        for (PromptPicture shown : message.shown()) {
            Optional.ofNullable(pictures.get(shown.sha256()))
                    .map(picture ->
                            ImageContent.from(
                                    Base64.getEncoder().encodeToString(picture.bytes()),
                                    picture.type()))
                    .ifPresent(contents::add);
        }
        return contents;
    }

    private static Attempt broke(
            FailureKind kind, String reason, Optional<Duration> pause, Again again) {
        return new Attempt.Broke(kind, reason, pause, again, true);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
