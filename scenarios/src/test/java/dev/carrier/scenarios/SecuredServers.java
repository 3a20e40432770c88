package dev.carrier.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.embedded.EmbeddedKafka;
import dev.carrier.embedded.EmbeddedRedis;
import dev.carrier.faults.crew.WorkerSettings;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.redis.Redis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * Servers that let nobody in unasked, with the users and rights of {@code deploy/security}: Kafka
 * with SCRAM over TLS, on its controller's listener with certificates, and Redis with TLS and its
 * users.
 */
final class SecuredServers implements AutoCloseable {
    private static final String BROKER = "broker";
    private static final String LOGIN =
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";";

    final Certificates certificates;
    final EmbeddedKafka kafka;
    private final EmbeddedRedis redis;
    private final int redisPort = WorkerSettings.freePort();

    SecuredServers(Path folder) throws Exception {
        certificates = Certificates.in(folder.resolve("certificates"), "ours");
        kafka =
                EmbeddedKafka.start(
                        folder.resolve("kafka"),
                        0,
                        broker(),
                        List.of(
                                "SCRAM-SHA-512=[name=%s,password=%s]"
                                        .formatted(BROKER, password(BROKER))));
        redis = EmbeddedRedis.start(folder.resolve("redis"), 0, redis(folder));
        try (Admin admin = administrator().admin("administrator")) {
            admin.alterUserScramCredentials(
                            KafkaRights.users().stream().map(SecuredServers::user).toList())
                    .all()
                    .get();
            admin.createAcls(KafkaRights.all()).all().get();
        }
    }

    private static UserScramCredentialAlteration user(String name) {
        return new UserScramCredentialUpsertion(
                name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password(name));
    }

    /** A user's, on each server. */
    static String password(String user) {
        return "the-word-of-" + user;
    }

    /** The environment of a process of that user, for {@code deploy/security/carrier.yaml}. */
    Map<String, String> environment(String user) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap(),
                "KAFKA_USER", user,
                "KAFKA_PASSWORD", password(user),
                "KAFKA_CA", certificates.ca().toString(),
                "REDIS_ADDRESS", "127.0.0.1:" + redisPort,
                "REDIS_USER", user,
                "REDIS_PASSWORD", password(user),
                "REDIS_CA", certificates.ca().toString());
    }

    /**
     * The plain port stays for the supervisor of the embedded server, who asks as the default user:
     * that one may say who it is, and nothing else.
     */
    private Map<String, String> redis(Path folder) throws IOException, GeneralSecurityException {
        var example = Path.of("..", "deploy", "security", "redis-users.acl");
        String users =
                Files.readString(example)
                        .replace(
                                "user default off",
                                "user default on nopass resetkeys -@all +ping +info");
        for (String user : KafkaRights.users()) {
            users =
                    users.replace(
                            "PASSWORD_" + user.toUpperCase(Locale.ROOT).replace('-', '_') + " ",
                            ">" + password(user) + " ");
        }
        users += "user administrator on >%s ~* +@all\n".formatted(password("administrator"));
        return Map.of(
                "aclfile",
                Files.writeString(folder.resolve("users.acl"), users).toString(),
                "tls-port",
                String.valueOf(redisPort),
                "tls-cert-file",
                certificates.server().toString(),
                "tls-key-file",
                certificates.serverKey().toString(),
                "tls-auth-clients",
                "no");
    }

    /** Clients of one who may do everything. */
    KafkaClients administrator() {
        return new KafkaClients(kafka.bootstrap(), client(BROKER, password(BROKER)));
    }

    /** Where a user reaches Redis. */
    String url(String user) {
        return "rediss://" + user + ":" + password(user) + "@127.0.0.1:" + redisPort;
    }

    /** What Redis refused since this was asked last: many things go on without Redis, unseen. */
    String refusals() {
        try (var administrator = new Redis(url("administrator"), Optional.of(certificates.ca()))) {
            var log = new CommandArguments(Protocol.Command.ACL).add("LOG");
            var all = administrator.client().executeCommand(log);
            administrator.client().executeCommand(log.add("RESET"));
            return readable(all);
        }
    }

    private static String readable(Object said) {
        return switch (said) {
            case byte[] text -> new String(text, UTF_8);
            case List<?> list -> list.stream().map(SecuredServers::readable).toList().toString();
            default -> said.toString();
        };
    }

    private Map<String, String> broker() {
        var settings = new HashMap<String, String>();
        settings.put("listener.security.protocol.map", "CLIENT:SASL_SSL,CONTROLLER:SSL");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
        settings.put(
                "listener.name.client.scram-sha-512.sasl.jaas.config",
                LOGIN.formatted(BROKER, password(BROKER)));
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", certificates.keys().toString());
        settings.put("ssl.keystore.password", Certificates.PASSWORD);
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", certificates.ca().toString());
        settings.put("listener.name.controller.ssl.client.auth", "required");
        settings.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:" + BROKER + ";" + Certificates.PRINCIPAL);
        return settings;
    }

    private Map<String, String> client(String user, String password) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", LOGIN.formatted(user, password),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificates.ca().toString());
    }

    @Override
    public void close() {
        kafka.close();
        redis.close();
    }
}
