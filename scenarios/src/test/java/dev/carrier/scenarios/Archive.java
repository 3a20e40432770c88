package dev.carrier.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.SettingsVersion.PolicyVersion;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.pipeline.replay.RecordedTopics;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;

/** All inputs of the processor and all policies as they stand in the topics, for a replay. */
record Archive(Map<RecordRef, Recorded> records, Map<PolicyHash, Policy> policies)
        implements RecordedTopics {

    static Archive read(KafkaClients kafka) {
        var records = new HashMap<RecordRef, Recorded>();
        for (Topic<?> topic : List.of(Topics.EVENTS, Topics.RESULTS, Topics.DELIVERIES)) {
            try (var all = new TopicReader(kafka, "archive").all(topic)) {
                all.forEach(one ->
                        records.put(
                                new RecordRef(one.topic(), one.partition(), one.offset()),
                                recorded(one)));
            }
        }
        var policies = new HashMap<PolicyHash, Policy>();
        try (var all = new TopicReader(kafka, "archive").all(Topics.SETTINGS)) {
            all.filter(one -> one.value() != null)
                    .map(one -> Json.read(Topics.SETTINGS, one.value()))
                    .forEach(version -> {
                        if (version instanceof PolicyVersion policy) {
                            policies.put(policy.hash(), policy.policy());
                        }
                    });
        }
        return new Archive(records, policies);
    }

    private static Recorded recorded(ConsumerRecord<byte[], byte[]> one) {
        var headers = new TreeMap<String, String>();
        one.headers().forEach(it -> headers.put(it.key(), new String(it.value(), UTF_8)));
        return new Recorded(Bytes.wrap(one.key()), Bytes.wrap(one.value()), headers);
    }

    /** The same, in which one answer of the model says something else. */
    Archive withAnotherAnswer() {
        var altered = new HashMap<>(records);
        var result =
                records.entrySet().stream()
                        .filter(one -> one.getKey().topic().equals(Topics.RESULTS.name()))
                        .filter(one -> text(one.getValue()).contains("I heard mark-"))
                        .findFirst()
                        .orElseThrow();
        var value = text(result.getValue()).replace("I heard mark-", "I never heard mark-");
        altered.put(
                result.getKey(),
                new Recorded(
                        result.getValue().key(),
                        Bytes.wrap(value.getBytes(UTF_8)),
                        result.getValue().headers()));
        return new Archive(altered, policies);
    }

    private static String text(Recorded recorded) {
        return new String(recorded.value().get(), UTF_8);
    }

    @Override
    public Optional<Recorded> record(RecordRef at) {
        return Optional.ofNullable(records.get(at));
    }

    @Override
    public Optional<Policy> policy(PolicyHash version) {
        return Optional.ofNullable(policies.get(version));
    }
}
