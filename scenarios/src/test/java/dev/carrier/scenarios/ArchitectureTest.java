package dev.carrier.scenarios;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.carrier.cli.Carrier;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.EmbeddedServers;
import dev.carrier.faults.DiscordFaults;
import dev.carrier.faults.crew.Job;
import dev.carrier.instagram.GraphClient;
import dev.carrier.runtime.worker.Worker;
import dev.carrier.sandbox.Sandbox;
import java.net.URL;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {
    private static final String[] WORKERS = {
        "dev.carrier.ingest..",
        "dev.carrier.pipeline..",
        "dev.carrier.responder..",
        "dev.carrier.memory.."
    };

    private static final Set<String> WIRING =
            Set.of(
                    "dev.carrier.cli.Commands",
                    "dev.carrier.responder.Responder",
                    "dev.carrier.responder.Responder$Voices",
                    "dev.carrier.responder.ResponderWorker");

    private static JavaClasses ours;

    @BeforeAll
    static void readOurClasses() {
        List<URL> modules =
                Stream.concat(
                                Stream.of(
                                        Topics.class,
                                        Worker.class,
                                        GraphClient.class,
                                        EmbeddedServers.class,
                                        Sandbox.class,
                                        DiscordFaults.class,
                                        Carrier.class),
                                Stream.of(Job.values()).map(Job::main))
                        .map(one -> one.getProtectionDomain().getCodeSource().getLocation())
                        .distinct()
                        .toList();
        ours = new ClassFileImporter().importUrls(modules);
    }

    @Test
    void contractsKnowNeitherKafkaNorAnythingElseOfOurs() {
        classes()
                .that()
                .resideInAPackage("dev.carrier.contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.carrier.contracts..",
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..")
                .check(ours);
    }

    @Test
    void onlyHearingAndSpeakingOnDiscordKnowItsClient() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.carrier.ingest.discord..", "dev.carrier.responder.discord..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.dv8tion..")
                .check(ours);
    }

    @Test
    void noPartOfTheProductKnowsTheSandbox() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.carrier.sandbox..",
                        "dev.carrier.cli..",
                        "dev.carrier.bench..",
                        "dev.carrier.faults..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.carrier.sandbox..")
                .check(ours);
    }

    @Test
    void theSandboxKnowsNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.carrier.sandbox..")
                .should()
                .dependOnClassesThat(
                        describe(
                                "are ours and not of the sandbox",
                                one ->
                                        one.getPackageName().startsWith("dev.carrier.")
                                                && !one.getPackageName()
                                                        .startsWith("dev.carrier.sandbox")))
                .check(ours);
    }

    @Test
    void librariesDoNotDependOnWorkers() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.carrier.contracts..",
                        "dev.carrier.runtime..",
                        "dev.carrier.instagram..",
                        "dev.carrier.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WORKERS)
                .check(ours);
    }

    @Test
    void noWorkerDependsOnAnotherNorOnTheEmbeddedServers() {
        slices().matching("dev.carrier.(ingest|pipeline|responder|memory)..")
                .should()
                .notDependOnEachOther()
                .check(ours);
        noClasses()
                .that()
                .resideInAnyPackage(WORKERS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.carrier.embedded..")
                .check(ours);
    }

    @Test
    void modulesHaveNoCycles() {
        slices().matching("dev.carrier.(*)..").should().beFreeOfCycles().check(ours);
    }

    /** What puts the parts together stands beside what they share, and knows all of them. */
    @Test
    void packagesHaveNoCyclesButThroughWhatPutsThemTogether() {
        slices().matching("dev.carrier.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        describe("put parts together", one -> WIRING.contains(one.getName())),
                        alwaysTrue())
                .check(ours);
    }

    @Test
    void whatDecidesReadsNoClockAndDoesNoInputOrOutput() {
        String[] pure = {"dev.carrier.pipeline.state..", "dev.carrier.pipeline.action.."};
        noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "java.io..",
                        "java.net..",
                        "java.nio.file..",
                        "java.util.concurrent..",
                        "redis..",
                        "dev.carrier.runtime..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, SecureRandom.class, Clock.class)
                .check(ours);
        noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should(callMethod(Instant.class, "now"))
                .orShould(callMethod(System.class, "currentTimeMillis"))
                .orShould(callMethod(System.class, "nanoTime"))
                .orShould(callMethod(UUID.class, "randomUUID"))
                .orShould(callMethod(Math.class, "random"))
                .check(ours);
    }
}
