package dev.carrier.bench;

import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.sandbox.SandboxClient;

/**
 * A running Carrier as it is measured: from outside, at the sandbox, and beside it on its Kafka.
 * One character is at home on the sandbox and answers whoever mentions it.
 */
public interface Subject {
    /** The outside world. */
    SandboxClient sandbox();

    /** The cluster on which it runs. */
    KafkaClients kafka();

    /** The name by which the character is mentioned. */
    String botName();

    /** The id of the character's user on the sandbox. */
    String bot();
}
