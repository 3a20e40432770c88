package dev.carrier.runtime.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Two topics of their own on a real broker, and the dispatchers between them. */
final class Scene implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaClients clients;
    private final String name;
    private final int partitions;
    private final List<Dispatcher> started = new ArrayList<>();

    Scene(String bootstrap, int partitions) {
        this(bootstrap, partitions, "scene-" + UUID.randomUUID());
        createTopics(Map.of());
    }

    /** One that was made by another process. */
    Scene(String bootstrap, int partitions, String name) {
        this.clients = new KafkaClients(bootstrap, Map.of());
        this.partitions = partitions;
        this.name = name;
    }

    void createTopics(Map<String, String> configs) {
        try (Admin admin = clients.admin("test")) {
            admin.createTopics(
                            Map.of(in(), configs, out(), Map.<String, String>of())
                                    .entrySet()
                                    .stream()
                                    .map(one -> topic(one.getKey()).configs(one.getValue()))
                                    .toList())
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private NewTopic topic(String called) {
        return new NewTopic(called, Optional.of(partitions), Optional.empty());
    }

    String name() {
        return name;
    }

    String in() {
        return name + "-in";
    }

    String out() {
        return name + "-out";
    }

    KafkaClients clients() {
        return clients;
    }

    DispatcherOptions options(String instance, Ordering ordering, int maxInFlight) {
        return DispatcherOptions.of("test", name, instance, List.of(in()), ordering, maxInFlight);
    }

    /** Starts one that answers after this call. */
    Dispatcher start(String instance, Ordering ordering, int maxInFlight, Echo.Call call) {
        return start(options(instance, ordering, maxInFlight), new Echo(out(), call));
    }

    Dispatcher start(DispatcherOptions options, Handler handler) {
        Dispatcher dispatcher = new Dispatcher(options, clients, handler, Clock.systemUTC());
        started.add(dispatcher);
        dispatcher.start();
        return dispatcher;
    }

    /** Writes records named 0, 1, 2, … under that many keys. */
    List<String> write(int from, int count, int keys) {
        List<String> texts = IntStream.range(from, from + count).mapToObj(n -> "" + n).toList();
        try (Producer<byte[], byte[]> producer = clients.producer("test")) {
            List<Future<?>> sent = new ArrayList<>();
            for (String text : texts) {
                sent.add(producer.send(record("key" + Integer.parseInt(text) % keys, text)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    ProducerRecord<byte[], byte[]> record(String key, String text) {
        return new ProducerRecord<>(in(), key.getBytes(UTF_8), text.getBytes(UTF_8));
    }

    /** What a reader of committed records sees now, partition by partition in order. */
    List<String> results() {
        return read(out());
    }

    /** What is in the topic that dispatchers read. */
    List<String> inputs() {
        return read(in());
    }

    /** Commits the beginning of every partition for the group, as a tool would. */
    void rewind(String metadata) {
        try (Admin admin = clients.admin("test")) {
            Map<TopicPartition, OffsetAndMetadata> start =
                    IntStream.range(0, partitions)
                            .boxed()
                            .collect(
                                    Collectors.toMap(
                                            n -> new TopicPartition(in(), n),
                                            _ -> new OffsetAndMetadata(0, metadata)));
            admin.alterConsumerGroupOffsets(name, start).all().get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Under which ids the group knows its members now. */
    Set<String> members() {
        try (Admin admin = clients.admin("test")) {
            return admin
                    .describeConsumerGroups(List.of(name))
                    .all()
                    .get()
                    .get(name)
                    .members()
                    .stream()
                    .map(MemberDescription::consumerId)
                    .collect(Collectors.toSet());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws all members out of the group. */
    void expelAll() {
        try (Admin admin = clients.admin("test")) {
            admin.removeMembersFromConsumerGroup(name, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> read(String topic) {
        List<TopicPartition> all =
                IntStream.range(0, partitions).mapToObj(n -> new TopicPartition(topic, n)).toList();
        List<String> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = clients.reader("reader")) {
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> found.add(new String(record.value(), UTF_8)));
            }
        }
        return found;
    }

    /** Waits for a result of each of these, and then that there is one of each and no other. */
    List<String> awaitOneResultEach(List<String> expected) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(results()).containsAll(expected));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(started).allMatch(one -> one.status().inFlight() == 0));
        List<String> results = results();
        assertThat(results).containsExactlyInAnyOrderElementsOf(expected);
        return results;
    }

    static List<String> all(List<String> texts, String outcome) {
        return texts.stream().map(text -> text + " " + outcome).toList();
    }

    /** The offset up to which all of a partition is committed, and what stands beside it. */
    Optional<OffsetAndMetadata> committed(int partition) {
        try (Admin admin = clients.admin("test")) {
            return Optional.ofNullable(
                    admin.listConsumerGroupOffsets(name)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .get(new TopicPartition(in(), partition)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        started.forEach(Dispatcher::close);
    }
}
