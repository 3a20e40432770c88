package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.faults.crew.Crew;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.crew.Servers;
import dev.carrier.faults.crew.Until;
import dev.carrier.faults.instagram.Audience;
import dev.carrier.faults.instagram.Operator;
import dev.carrier.faults.instagram.Studio;
import dev.carrier.faults.instagram.judge.Shown;
import dev.carrier.faults.judge.Evidence;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.faults.town.Crowd;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Records what this release writes, for the releases after it; off unless {@code -Dcarrier.record}
 * names the release. Workers are killed while turns wait for the model.
 */
@EnabledIfSystemProperty(named = "carrier.record", matches = "\\d.*")
class RecordsTheReleaseIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path RELEASE =
            Path.of("..", "releases", System.getProperty("carrier.record", ""));

    @Test
    void anEveningOnDiscord() throws IOException {
        var folder = Path.of("target", "records-discord").toAbsolutePath();
        try (var town = new Town(folder, SandboxOptions.defaults())) {
            var crowd = new Crowd(town, 7);
            town.client().model().echoes("mark-", Crowd.MARK);
            town.crew().start(Job.onDiscord());
            crowd.greetsInDms();
            crowd.talks(40);
            settled(
                    town.servers(),
                    () ->
                            Evidence.unanswered(crowd.told(), Evidence.answers(town, crowd))
                                    .isEmpty());
            holdsTheModel(town.client(), () -> crowd.asksInPlaces(6));
            killed(town.crew(), Job.onDiscord());
            ReleaseRecording.write(town.servers(), RELEASE, "discord");
        }
    }

    @Test
    void anEveningOnInstagram() throws IOException {
        var folder = Path.of("target", "records-instagram").toAbsolutePath();
        try (var studio = new Studio(folder);
                var operator = new Operator(studio, 7)) {
            var audience = new Audience(studio, 7);
            studio.client().model().echoes("mark-", Audience.MARK);
            studio.crew().start(Job.onInstagram());
            studio.isCalledFromNowOn();
            Studio.ACCOUNTS.forEach(account -> operator.orders(account, 1));
            operator.orders(Studio.ADA, 2);
            audience.talks(30);
            Until.holds(
                    "every post is out",
                    PATIENCE,
                    () -> Studio.ACCOUNTS.stream().allMatch(one -> operator.open(one) == 0));
            settled(
                    studio.servers(),
                    () ->
                            Shown.unanswered(audience.lines(), Shown.answers(studio, audience))
                                    .isEmpty());
            holdsTheModel(studio.client(), () -> audience.writes(4));
            killed(studio.crew(), Job.onInstagram());
            ReleaseRecording.write(studio.servers(), RELEASE, "instagram");
        }
    }

    private static void settled(Servers servers, BooleanSupplier answered) {
        Until.holds("everybody is answered", PATIENCE, Duration.ofSeconds(1), answered);
        Until.holds(
                "nothing is open",
                PATIENCE,
                Duration.ofSeconds(1),
                () -> {
                    var now = Recorded.read(servers.kafka());
                    return now.open().isEmpty() && now.results().size() == now.steps().size();
                });
    }

    private static void holdsTheModel(SandboxClient client, Runnable people) {
        client.orders().at("model").times(-1).hold("before-answer");
        people.run();
        Until.holds("calls wait", PATIENCE, () -> client.model().open() >= 3);
    }

    private static void killed(Crew crew, Job... jobs) {
        for (Job job : jobs) {
            crew.of(job).kill();
        }
        assertThat(jobs).isNotEmpty();
    }
}
