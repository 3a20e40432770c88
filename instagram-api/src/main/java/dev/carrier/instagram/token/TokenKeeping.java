package dev.carrier.instagram.token;

import dev.carrier.runtime.Part;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the tokens of a process: every minute each is checked. One virtual thread. */
public final class TokenKeeping implements Part {
    private static final Logger log = LoggerFactory.getLogger(TokenKeeping.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final List<AccountToken> tokens;
    private final CountDownLatch end = new CountDownLatch(1);

    public TokenKeeping(List<AccountToken> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** Begins with a check of all. */
    public TokenKeeping start() {
        Thread.ofVirtual().name("instagram-tokens").start(this::keep);
        return this;
    }

    @Override
    public String name() {
        return "instagram tokens";
    }

    @Override
    public void close() {
        end.countDown();
    }

    /** What persons must do; empty when every token lives. For health. */
    public Optional<String> trouble() {
        return joined(tokens.stream().flatMap(token -> token.trouble().stream()).toList());
    }

    /** What an operator should know although every token lives. For health. */
    public Optional<String> warning() {
        return joined(tokens.stream().flatMap(token -> token.warning().stream()).toList());
    }

    private void keep() {
        try {
            do {
                tokens.forEach(TokenKeeping::check);
            } while (!end.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(AccountToken token) {
        try {
            token.check();
        } catch (RuntimeException problem) {
            log.atWarn().setCause(problem).log("a token could not be checked");
        }
    }

    private static Optional<String> joined(List<String> sentences) {
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(sentences.stream().collect(Collectors.joining("; ")));
    }
}
