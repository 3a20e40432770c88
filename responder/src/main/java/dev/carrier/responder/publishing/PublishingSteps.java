package dev.carrier.responder.publishing;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Remedy;
import dev.carrier.contracts.Response;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.error.Trouble;
import dev.carrier.responder.Publishes;
import dev.carrier.runtime.dispatch.Leash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes the steps of publishing. What a step may have done before a crash is looked up before it is
 * done again. Thread-safe; blocks.
 */
public final class PublishingSteps implements Publishes {
    private final Function<AccountId, Optional<GraphClient>> clients;
    private final PostFiles files;
    private final Containers containers;
    private final InstantSource clock;

    /**
     * @param clients of the accounts that are served here
     * @param ledger which containers were made
     */
    public PublishingSteps(
            Function<AccountId, Optional<GraphClient>> clients,
            PostFiles files,
            ContainerLedger ledger,
            InstantSource clock) {
        this.clients = clients;
        this.files = files;
        this.containers = new Containers(ledger);
        this.clock = clock;
    }

    @Override
    public Delivery take(Response.Publish step, Leash leash) throws InterruptedException {
        Optional<GraphClient> client = clients.apply(step.account());
        if (client.isEmpty()) {
            return failed(
                    step,
                    new Outcome.Failed(
                            Remedy.DEAD_LETTER,
                            "no account " + step.account() + " here",
                            Optional.empty()));
        }
        if (!leash.ours()) {
            throw new InterruptedException("no longer ours");
        }
        Outcome outcome = outcome(step, client.get(), leash);
        return switch (outcome) {
            case Outcome.Done done -> stepped(step, done);
            case Outcome.Failed failed -> failed(step, failed);
        };
    }

    private Outcome outcome(Response.Publish step, GraphClient client, Leash leash)
            throws InterruptedException {
        if (clock.instant().isAfter(step.notAfter())) {
            return Outcome.failed(Remedy.AGAIN, "it waited too long for its turn");
        }
        try {
            return switch (step.step()) {
                case PREPARE -> files.prepare(step);
                case UPLOAD -> files.upload(step, leash);
                case VERIFY -> files.verify(step);
                case QUOTA -> containers.quota(step, client);
                case CREATE -> containers.create(step, client);
                case POLL -> containers.poll(step, client);
                case PUBLISH -> containers.publish(step, client);
                case PERMALINK -> containers.permalink(step, client);
                case CLEAN_UP -> files.cleanUp(step);
            };
        } catch (GraphProblem problem) {
            Optional<Instant> retryAt = problem.error().lasts().map(clock.instant()::plus);
            return new Outcome.Failed(
                    remedy(step, problem.error()), problem.error().sentence(), retryAt);
        }
    }

    /** What was made and cannot be read is not gone: Instagram has said so for hours at a time. */
    private static Remedy remedy(Response.Publish step, GraphError error) {
        boolean made =
                switch (step.step()) {
                    case POLL, PUBLISH, PERMALINK -> true;
                    case PREPARE, UPLOAD, VERIFY, QUOTA, CREATE, CLEAN_UP -> false;
                };
        return made && error.trouble() == Trouble.GONE ? Remedy.AGAIN : error.remedy();
    }

    private Delivery stepped(Response.Publish step, Outcome.Done done) {
        return new Delivery.Stepped(
                step.id(),
                step.turn(),
                step.in().conversation(),
                step.account(),
                step.step(),
                step.item(),
                done.progress(),
                done.status(),
                done.quota(),
                clock.instant(),
                done.found());
    }

    private Delivery failed(Response.Publish step, Outcome.Failed failed) {
        return new Delivery.StepFailed(
                step.id(),
                step.turn(),
                step.in().conversation(),
                step.account(),
                step.step(),
                step.item(),
                failed.remedy(),
                failed.reason(),
                failed.retryAt(),
                clock.instant());
    }
}
