package dev.carrier.runtime.kafka;

import dev.carrier.runtime.SetupProblem;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what the administration client answers. */
final class Answers {
    private Answers() {}

    /**
     * The answer; the client's own timeout bounds the wait.
     *
     * @throws SetupProblem if there is none
     */
    static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw KafkaTrouble.asSetupProblem(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static SetupProblem interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SetupProblem("The start was interrupted before Kafka answered: start again.", e);
    }
}
