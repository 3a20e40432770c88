package dev.carrier.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.ResponseId;
import dev.carrier.embedded.EmbeddedRedis;
import dev.carrier.memory.redis.MemoryStore;
import dev.carrier.responder.RedisLedger;
import dev.carrier.responder.SendLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.RedisClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What earlier releases kept in Redis is read by this one: memory and the send ledger. */
class PreviousReleaseIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SENT = Pattern.compile("c:1:sent:\\{(.+)}");
    private static final Pattern LOG = Pattern.compile("c:1:\\{([^:]+):(.+)}:log");
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir Path folder;

    static Stream<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "releases"))) {
            return files
                    .filter(file -> file.toString().endsWith("-redis.jsonl.gz"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void memoryAndLedgerAreRead(Path recording) {
        try (var store = EmbeddedRedis.start(folder.resolve("redis"), 0);
                var redis = RedisClient.create(URI.create(store.url()))) {
            List<String> keys = restored(recording, redis);

            var ledger = new RedisLedger(redis);
            List<Matcher> sent = those(SENT, keys);
            assertThat(sent).isNotEmpty();
            assertThat(sent)
                    .allSatisfy(one ->
                            assertThat(ledger.begin(new ResponseId(one.group(1))))
                                    .isInstanceOf(SendLedger.Entry.Done.class));

            var memory = new MemoryStore(redis, Duration.ofDays(30), InstantSource.system());
            List<Matcher> logs = those(LOG, keys);
            assertThat(logs).isNotEmpty();
            assertThat(logs)
                    .allSatisfy(one ->
                            assertThat(
                                            memory.before(
                                                    new AccountId(one.group(1)),
                                                    new ConversationId(one.group(2)),
                                                    LATER,
                                                    30))
                                    .isNotEmpty());
        }
    }

    private static List<Matcher> those(Pattern pattern, List<String> keys) {
        return keys.stream().map(pattern::matcher).filter(Matcher::matches).toList();
    }

    private static List<String> restored(Path recording, RedisClient redis) {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(recording)), UTF_8))) {
            return in.lines().map(line -> restored(JSON.readTree(line), redis)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String restored(JsonNode line, RedisClient redis) {
        String key = line.path("key").asString();
        redis.restore(
                key,
                line.path("ttl").asLong(),
                Base64.getDecoder().decode(line.path("dump").asString()));
        return key;
    }
}
