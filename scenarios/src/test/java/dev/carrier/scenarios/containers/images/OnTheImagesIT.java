package dev.carrier.scenarios.containers.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import dev.carrier.embedded.TestServers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/**
 * Integration tests of the modules, as they are, on the images of Kafka and Redis that the compose
 * file names in place of the embedded servers. Each module gets new ones: they choose different
 * numbers of partitions.
 */
@Tag("containers")
class OnTheImagesIT {
    @AutoClose
    private final KafkaContainer kafka =
            new KafkaContainer(Images.of("kafka"))
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx512m");

    @AutoClose
    private final GenericContainer<?> redis =
            new GenericContainer<>(Images.of("redis")).withExposedPorts(6379);

    @BeforeEach
    void start() {
        Startables.deepStart(kafka, redis).join();
        System.setProperty(TestServers.KAFKA, kafka.getBootstrapServers());
        System.setProperty(
                TestServers.REDIS, "redis://" + redis.getHost() + ":" + redis.getFirstMappedPort());
    }

    @AfterEach
    void forget() {
        System.clearProperty(TestServers.KAFKA);
        System.clearProperty(TestServers.REDIS);
    }

    @Test
    void topicsAndTheDispatcher() {
        pass(
                "dev.carrier.runtime.kafka.TopicSetupIT",
                "dev.carrier.runtime.kafka.TopicReaderIT",
                "dev.carrier.runtime.dispatch.DispatcherIT",
                "dev.carrier.runtime.redis.RedisTest",
                "dev.carrier.runtime.gateway.IdentifyLeaseTest");
    }

    @Test
    void decisionsAndTheProviderStage() {
        pass(
                "dev.carrier.pipeline.StreamsRunnerIT",
                "dev.carrier.pipeline.provider.ProviderStageIT",
                "dev.carrier.pipeline.provider.limits.LimitsTest");
    }

    @Test
    void theSendLedger() {
        pass("dev.carrier.responder.SaidOnceIT", "dev.carrier.responder.TwoPlatformsIT");
    }

    @Test
    void memory() {
        pass("dev.carrier.memory.MemoryServiceIT", "dev.carrier.memory.ForgettingIT");
    }

    private static void pass(String... tests) {
        var listener = new SummaryGeneratingListener();
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            request()
                                    .selectors(
                                            Arrays.stream(tests)
                                                    .map(name -> selectClass(name))
                                                    .toList())
                                    .build(),
                            listener);
        }
        var summary = listener.getSummary();
        var failures = new StringWriter();
        summary.printFailuresTo(new PrintWriter(failures), 30);
        assertThat(summary.getTotalFailureCount()).as(failures::toString).isZero();
        assertThat(summary.getTestsSucceededCount())
                .isGreaterThan(tests.length)
                .isEqualTo(summary.getTestsFoundCount());
    }
}
