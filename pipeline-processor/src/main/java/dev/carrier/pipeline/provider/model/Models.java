package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Purpose;
import dev.carrier.runtime.settings.ModelSettings;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The models of the settings. A question goes to its model; when that does not answer, again after
 * a pause, at most three times; and to its fallbacks in their order, at once where the pause would
 * be long. Where all of them are only away, the question is put off. Thread-safe; calls block and
 * are made for virtual threads.
 */
public final class Models implements AutoCloseable {
    /** With somebody else to ask, a pause is waited for if it is no longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A call that has less time than this is not begun. */
    private static final Duration LEAST = Duration.ofMillis(200);

    private static final String TOO_OFTEN =
            "; not asked again, as each of its calls may have been paid for";

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Map<String, ModelSettings> settings;
    private final Map<String, OneModel> models = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;
    private final Wire wire;

    /**
     * @param settings by name; nothing is called yet
     */
    public Models(Map<String, ModelSettings> settings) {
        this.settings = Map.copyOf(settings);
        // One connection a call: of streams on one connection a server allows few, and the JDK's
        // client fails the next instead of waiting.
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .executor(threads)
                        .build();
        wire = new Wire(client);
    }

    /**
     * Asks, and waits for the answer until {@link Ask#until} at most.
     *
     * @throws InterruptedException at once when the thread is interrupted; the call is broken off
     */
    public Answer ask(Ask ask) throws InterruptedException {
        List<Candidate> candidates = candidates(ask.model(), ask.putOff() == 0);
        if (candidates.isEmpty()) {
            return new Answer.Failed(
                    FailureKind.MODEL, "no model is named " + ask.model() + " in the settings", 0);
        }
        int calls = 0;
        for (Optional<Candidate> next = next(candidates);
                next.isPresent() && fits(next.get(), ask);
                next = next(candidates)) {
            Candidate one = next.get();
            sleepUntil(one.notBefore());
            switch (one.model().attempt(ask)) {
                case Attempt.Done done -> {
                    return completed(one.model(), done, calls + done.calls());
                }
                case Attempt.Broke broke -> {
                    calls += broke.called() ? 1 : 0;
                    one.broke(broke, Instant.now(), ask.seed());
                }
            }
        }
        return unanswered(candidates, ask, calls);
    }

    /**
     * What a question to a model will cost, about and rather too much, in millionths of the
     * currency; 0 for a model without a price or one that is not in the settings.
     */
    public long estimate(String model, List<PromptMessage> prompt, Purpose purpose) {
        return Optional.ofNullable(settings.get(model))
                .map(one -> Cost.estimate(one.price(), prompt, purpose))
                .orElse(0L);
    }

    /** Whether a model of the settings can see pictures; one that is not there cannot. */
    public boolean sees(String model) {
        return Optional.ofNullable(settings.get(model)).filter(Sight::sees).isPresent();
    }

    /** A prompt as a model gets it that is not shown its pictures. */
    public static List<PromptMessage> unseen(List<PromptMessage> prompt) {
        return Sight.unseen(prompt);
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }

    private static Answer completed(OneModel model, Attempt.Done done, int calls) {
        return new Answer.Completed(
                done.text(),
                model.label(),
                model.name(),
                done.usage(),
                done.startedAt(),
                calls,
                done.finish(),
                done.blind());
    }

    private static Answer unanswered(List<Candidate> candidates, Ask ask, int calls) {
        Instant now = Instant.now();
        String reason =
                candidates.stream().map(Candidate::reason).collect(Collectors.joining("; "));
        Optional<Instant> invited =
                candidates.stream()
                        .flatMap(one -> one.invited(now).stream())
                        .min(Comparator.naturalOrder());
        if (invited.isPresent()
                && !invited.get().isBefore(ask.until())
                && invited.get().isBefore(ask.deadline())) {
            return new Answer.Later(invited.get(), reason, calls);
        }
        if (!PutOff.helps(candidates, ask)) {
            return new Answer.Failed(kind(candidates), reason + wait(invited, now), calls);
        }
        if (PutOff.costsTooMuch(candidates, ask)) {
            return new Answer.Failed(FailureKind.MODEL, reason + TOO_OFTEN, calls);
        }
        return PutOff.until(candidates, ask, now)
                .<Answer>map(then -> new Answer.Later(then, reason, calls))
                .orElseGet(() ->
                        new Answer.Failed(
                                FailureKind.TOO_LATE, reason + wait(invited, now), calls));
    }

    private static String wait(Optional<Instant> invited, Instant now) {
        return invited.map(then ->
                        "; it asks to wait "
                                + Math.max(1, Duration.between(now, then).toSeconds())
                                + " s")
                .orElse("");
    }

    private static FailureKind kind(Collection<Candidate> candidates) {
        boolean late = candidates.stream().allMatch(one -> one.kind() == FailureKind.TIMEOUT);
        return late ? FailureKind.TIMEOUT : FailureKind.MODEL;
    }

    /** The first in order that may be asked soon; else the one that may be asked soonest. */
    private static Optional<Candidate> next(List<Candidate> candidates) {
        Instant soon = Instant.now().plus(PATIENCE);
        List<Candidate> open = candidates.stream().filter(Candidate::mayAnswer).toList();
        return open.stream()
                .filter(one -> !one.notBefore().isAfter(soon))
                .findFirst()
                .or(() -> open.stream().min(Comparator.comparing(Candidate::notBefore)));
    }

    private static boolean fits(Candidate one, Ask ask) {
        Instant last = ask.until().minus(LEAST);
        return one.notBefore().isBefore(last) && Instant.now().isBefore(last);
    }

    private static void sleepUntil(Instant time) throws InterruptedException {
        Instant now = Instant.now();
        if (time.isAfter(now)) {
            Thread.sleep(Duration.between(now, time));
        }
    }

    private List<Candidate> candidates(String first, boolean repeatsPaid) {
        SequencedCollection<String> names = new LinkedHashSet<>();
        names.add(first);
        Optional.ofNullable(settings.get(first)).ifPresent(one -> names.addAll(one.fallback()));
        var found = new ArrayList<Candidate>();
        for (String name : names) {
            ModelSettings one = settings.get(name);
            if (one != null) {
                OneModel model = models.computeIfAbsent(name, key -> new OneModel(key, one, wire));
                found.add(new Candidate(model, repeatsPaid));
            }
        }
        return found;
    }
}
