package dev.carrier.cli.run;

import dev.carrier.embedded.EmbeddedKafka;
import dev.carrier.embedded.EmbeddedOptions;
import dev.carrier.embedded.EmbeddedRedis;
import dev.carrier.embedded.EmbeddedServers;
import dev.carrier.embedded.PortInUse;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicSetup;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * Kafka and Redis as the settings want them: the operator's where an address is set, embedded ones
 * otherwise. Thread-safe.
 *
 * @param kafka clients of the cluster
 * @param redis the pool
 * @param kafkaWhere for people
 * @param redisWhere for people
 */
public record Infrastructure(
        KafkaClients kafka, Redis redis, String kafkaWhere, String redisWhere) {
    /**
     * Starts what is embedded, checks what is not, and sees to the topics.
     *
     * @param parts takes what has to be ended
     * @throws SetupProblem when one of them cannot be had
     */
    public static Infrastructure start(Settings settings, Parts parts, Progress progress) {
        try {
            return embedded(settings, parts, progress);
        } catch (PortInUse taken) {
            String key = taken.server().toLowerCase(Locale.ROOT) + ".port";
            throw new SetupProblem(
                    "port " + taken.port() + " of the embedded " + taken.server() + " is in use",
                    "stop what uses it, or set " + key + " to another (0 takes a free one)");
        }
    }

    private static Infrastructure embedded(Settings settings, Parts parts, Progress progress) {
        Instant began = Instant.now();
        boolean ownKafka = settings.kafka().embedded();
        boolean ownRedis = settings.redis().embedded();
        Optional<String> bootstrap = Optional.empty();
        Optional<String> url = Optional.empty();
        String redisSays = "";
        int kafkaPort = settings.kafka().port();
        int redisPort = settings.redis().port();
        if (ownKafka && ownRedis) {
            EmbeddedServers servers =
                    parts.add(
                            "embedded servers",
                            EmbeddedServers.start(
                                    new EmbeddedOptions(settings.data(), kafkaPort, redisPort)));
            bootstrap = Optional.of(servers.kafka().bootstrap());
            url = Optional.of(servers.redis().url());
            redisSays = "embedded " + servers.redis().version() + ", ";
        } else if (ownKafka) {
            bootstrap =
                    Optional.of(
                            parts.add(
                                            "embedded kafka",
                                            EmbeddedKafka.start(
                                                    settings.data().resolve("kafka"), kafkaPort))
                                    .bootstrap());
        } else if (ownRedis) {
            EmbeddedRedis redis =
                    parts.add(
                            "embedded redis",
                            EmbeddedRedis.start(settings.data().resolve("redis"), redisPort));
            url = Optional.of(redis.url());
            redisSays = "embedded " + redis.version() + ", ";
        }
        Infrastructure all =
                reach(settings, bootstrap, url, ownKafka ? "embedded, " : "", redisSays, parts);
        Duration took = Duration.between(began, Instant.now());
        progress.stands("kafka", all.kafkaWhere(), took);
        progress.stands("redis", all.redisWhere(), took);
        return all;
    }

    /**
     * Reaches what runs already: the operator's servers, or embedded ones in another process.
     *
     * @param bootstrap of embedded ones; empty where the settings name a cluster
     * @param redisUrl likewise
     */
    public static Infrastructure reach(
            Settings settings,
            Optional<String> bootstrap,
            Optional<String> redisUrl,
            String kafkaSays,
            String redisSays,
            Parts parts) {
        var kafka =
                new KafkaClients(
                        bootstrap.orElseGet(() -> settings.kafka().bootstrap()),
                        bootstrap.isPresent() ? Map.of() : settings.kafka().properties());
        try (Admin admin = kafka.admin("carrier-setup")) {
            TopicSetup.ensure(
                    admin,
                    settings.kafka().partitions(),
                    settings.kafka().retention(),
                    bootstrap.isPresent() ? 1 : -1);
        }
        var redis =
                parts.add(
                        "redis clients",
                        redisUrl.map(Redis::new).orElseGet(() -> Redis.of(settings.redis())));
        redis.ping()
                .ifPresent(why -> {
                    throw new SetupProblem(
                            why, "start Redis there, or leave redis.url empty for an embedded one");
                });
        return new Infrastructure(
                kafka,
                redis,
                kafkaSays
                        + kafka.bootstrap()
                        + ", "
                        + settings.kafka().partitions()
                        + " partitions",
                redisSays + redis.where());
    }
}
