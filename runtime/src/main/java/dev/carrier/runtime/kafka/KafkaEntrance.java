package dev.carrier.runtime.kafka;

import dev.carrier.runtime.SetupProblem;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * Whether a cluster lets us in. Clients try again by themselves whatever happens, with a wrong
 * password for ever: who starts a worker is told at once instead. Stateless.
 */
public final class KafkaEntrance {
    /** The log knows this ending: what is refused here is told in a sentence. */
    private static final String CLIENT = "-entrance";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private KafkaEntrance() {}

    /**
     * Returns when the cluster lets us in, or has not answered for 5 s: one that is away is waited
     * for by whoever needs it. It asks for nothing that needs a right.
     *
     * @param who begins the name by which the cluster knows who asks
     * @throws SetupProblem if it refuses the user, or one side the other's certificate
     */
    public static void check(KafkaClients kafka, String who) throws InterruptedException {
        var admin = kafka.admin(who + CLIENT);
        try {
            admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof AuthenticationException) {
                throw KafkaTrouble.asSetupProblem(refused);
            }
        } catch (TimeoutException _) {
            // It is away, or slow.
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
