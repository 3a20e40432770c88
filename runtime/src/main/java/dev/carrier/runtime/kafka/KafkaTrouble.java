package dev.carrier.runtime.kafka;

import dev.carrier.runtime.SetupProblem;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** What Kafka refused, as a sentence for the person who starts Carrier. */
final class KafkaTrouble {
    private KafkaTrouble() {}

    /** The sentence for a failure; the failure itself stays underneath, for the log. */
    static SetupProblem asSetupProblem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var sentence = sentence(cause);
            if (!sentence.isEmpty()) {
                return new SetupProblem(sentence, failure);
            }
        }
        return new SetupProblem("Kafka refused: " + deepest(failure) + ". See its log.", failure);
    }

    /** Kafka's own messages for these name settings and hosts, never a password. */
    private static String sentence(Throwable cause) {
        return switch (cause) {
            case ConfigException e ->
                    "The settings for Kafka do not work (%s): correct kafka.bootstrap or kafka.properties."
                            .formatted(e.getMessage());
            case SslAuthenticationException e ->
                    "Kafka and Carrier do not agree on TLS (%s): check the ssl.… keys in kafka.properties."
                            .formatted(e.getMessage());
            case AuthenticationException e ->
                    "Kafka refused the credentials (%s): check sasl.… in kafka.properties."
                            .formatted(e.getMessage());
            case AuthorizationException e ->
                    "Kafka does not permit this to the user in kafka.properties (%s): have it granted."
                            .formatted(e.getMessage());
            case InvalidReplicationFactorException e ->
                    "Kafka cannot keep that many copies of a topic (%s): start more brokers, or ask for fewer copies."
                            .formatted(e.getMessage());
            case TimeoutException e ->
                    "Kafka does not answer (%s): start it, or correct kafka.bootstrap and security.protocol."
                            .formatted(e.getMessage());
            default -> "";
        };
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
