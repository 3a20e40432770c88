package dev.carrier.ingest.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Topics;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Dead letters of what an account heard and no event could be made of. Thread-safe. */
final class LeftOut {
    /** Of the message, so that an operator can look at it on Discord. */
    static final String MESSAGE = "discord-message";

    private static final String WORKER = "ingest-discord";

    private final AccountId account;
    private final InstantSource clock;

    LeftOut(AccountId account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    /**
     * Its dead letter, under the conversation's key.
     *
     * @param channel where it was heard
     * @param heard what was heard
     * @param problem why there is no event; its text goes to the log only, because it may repeat
     *     what somebody wrote
     */
    ProducerRecord<byte[], byte[]> letter(long channel, Heard heard, RuntimeException problem) {
        var conversation = Place.discordConversation(Long.toUnsignedString(channel));
        byte[] key = conversation.value().getBytes(UTF_8);
        var what =
                heard.moves()
                        ? Map.of(MESSAGE, Long.toUnsignedString(heard.mark()))
                        : Map.<String, String>of();
        var headers = new TreeMap<>(what);
        headers.put(Headers.ACCOUNT, account.value());
        headers.put(Headers.CONVERSATION, conversation.value());
        var dead =
                new DeadLetter.Dead(
                        WORKER,
                        Optional.empty(),
                        Base64.getEncoder().encodeToString(key),
                        "",
                        headers,
                        "no event could be made of it: " + where(problem),
                        clock.instant());
        return new ProducerRecord<>(Topics.DEAD_LETTERS.name(), key, Json.write(dead));
    }

    private static String where(RuntimeException problem) {
        var frames = problem.getStackTrace();
        return problem.getClass().getSimpleName() + (frames.length == 0 ? "" : " at " + frames[0]);
    }
}
