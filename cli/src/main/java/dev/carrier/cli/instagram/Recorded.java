package dev.carrier.cli.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Travels;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.util.List;
import java.util.Optional;

/** Reads what is recorded of an account's publishing. */
final class Recorded {
    private final TopicReader reader;

    Recorded(KafkaClients kafka) {
        this.reader = new TopicReader(kafka, "carrier-instagram-look");
    }

    /** What is not published yet. */
    List<PostQueue.Open> queue(AccountId account, String instagramId) {
        ConversationId in = Place.instagramPublishing(instagramId);
        return PostQueue.of(
                in,
                account,
                all(Topics.EVENTS, in),
                all(Topics.DELIVERIES, in),
                all(Topics.JOURNAL, in).stream()
                        .filter(JournalRecord.Entry.class::isInstance)
                        .map(JournalRecord.Entry.class::cast)
                        .toList());
    }

    /** What became of the steps of publishing. */
    List<Delivery> deliveries(String instagramId) {
        return all(Topics.DELIVERIES, Place.instagramPublishing(instagramId));
    }

    private <V extends Travels> List<V> all(Topic<V> topic, ConversationId in) {
        try (var records = reader.ofKey(topic, in.value())) {
            return records.flatMap(record -> read(topic, record.value()).stream()).toList();
        }
    }

    private static <V extends Travels> Optional<V> read(Topic<V> topic, byte[] bytes) {
        try {
            return Optional.of(Json.read(topic, bytes));
        } catch (Unreadable newer) {
            return Optional.empty();
        }
    }
}
