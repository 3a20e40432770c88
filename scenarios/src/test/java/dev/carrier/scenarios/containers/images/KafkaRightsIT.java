package dev.carrier.scenarios.containers.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.scenarios.KafkaRights;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ExecConfig;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.MountableFile;

/** {@code deploy/security/kafka-rights} with the tools that Kafka comes with, on Kafka's image. */
@Tag("containers")
class KafkaRightsIT {
    private static final String SCRIPT = "/tmp/kafka-rights";
    private static final String ADMIN = "/tmp/admin.properties";

    /** For an image that has the tools without their scripts; those of the image come first. */
    private static final String OWN = "/tmp/own";

    @AutoClose
    private final KafkaContainer kafka =
            new KafkaContainer(Images.of("kafka"))
                    .withEnv(
                            "KAFKA_AUTHORIZER_CLASS_NAME",
                            "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                    .withEnv("KAFKA_SUPER_USERS", "User:ANONYMOUS")
                    .withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx256m")
                    .withCopyFileToContainer(
                            MountableFile.forHostPath(KafkaRights.FILE, 0755), SCRIPT)
                    .withCopyToContainer(Transferable.of(""), ADMIN)
                    .withCopyToContainer(
                            script("org.apache.kafka.tools.AclCommand"), OWN + "/kafka-acls.sh")
                    .withCopyToContainer(
                            script("kafka.admin.ConfigCommand"), OWN + "/kafka-configs.sh");

    @BeforeEach
    void start() {
        kafka.start();
    }

    @Test
    void theToolsOfKafkaMakeTheUsersAndGrantTheRightsThatTheOtherTestsRelyOn() throws Exception {
        ExecResult result = run();

        assertThat(result.getExitCode()).as(result::getStderr).isZero();
        try (Admin admin = new KafkaClients(kafka.getBootstrapServers(), Map.of()).admin("looks")) {
            assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .containsExactlyInAnyOrderElementsOf(KafkaRights.all());
            var users = admin.describeUserScramCredentials().all().get();
            assertThat(users).containsOnlyKeys(KafkaRights.users());
            assertThat(users.values())
                    .flatExtracting(one -> one.credentialInfos())
                    .extracting(one -> one.mechanism())
                    .containsOnly(ScramMechanism.SCRAM_SHA_512);
        }
    }

    /** As its head says, inside the container; the tools are JVMs, which are to start quickly. */
    private ExecResult run() throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:9093");
        environment.put("KAFKA_ADMIN", ADMIN);
        environment.put("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        for (String user : KafkaRights.users()) {
            environment.put(
                    "PASSWORD_" + user.toUpperCase(Locale.ROOT).replace('-', '_'),
                    "the-word-of-" + user);
        }
        return kafka.execInContainer(
                ExecConfig.builder()
                        .envVars(environment)
                        .command(
                                new String[] {
                                    "bash", "-c", "PATH=$PATH:/opt/kafka/bin:" + OWN + " " + SCRIPT
                                })
                        .build());
    }

    private static Transferable script(String tool) {
        return Transferable.of(
                "#!/bin/sh\nexec java $KAFKA_JVM_PERFORMANCE_OPTS -cp '/opt/kafka/libs/*' "
                        + tool
                        + " \"$@\"\n",
                0755);
    }
}
