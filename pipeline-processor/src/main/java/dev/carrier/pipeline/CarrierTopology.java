package dev.carrier.pipeline;

import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What flows where. Names are addresses of stored state: changing one is a migration, and a golden
 * file of the description guards them.
 */
public final class CarrierTopology {
    static final String CONVERSATION = "conversation";
    static final String CONVERSATIONS = "conversations";
    static final String ALARMS = "alarms";

    private static final List<Topic<?>> HEARD =
            List.of(Topics.EVENTS, Topics.RESULTS, Topics.DELIVERIES);
    private static final List<Topic<?>> SAID =
            List.of(
                    Topics.STEPS,
                    Topics.RESPONSES_DISCORD,
                    Topics.RESPONSES_INSTAGRAM,
                    Topics.MEMORIES,
                    Topics.JOURNAL,
                    Topics.SETTINGS,
                    Topics.DEAD_LETTERS);

    private CarrierTopology() {}

    /**
     * The topology.
     *
     * @param policy asked once an input; must be quick and thread-safe
     * @param build the version of this program, for the journal
     */
    public static Topology topology(Supplier<PolicyInForce> policy, String build) {
        return topology(policy, build, Witness.NONE, Traces.OFF);
    }

    /** The same, seen by somebody, and with a trace for each turn. */
    static Topology topology(
            Supplier<PolicyInForce> policy, String build, Witness witness, Traces traces) {
        Topology story = new Topology();
        for (Topic<?> topic : HEARD) {
            story.addSource(
                    AutoOffsetReset.earliest(),
                    source(topic),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer(),
                    topic.name());
        }
        ThreadLocal<Commits> commits = ThreadLocal.withInitial(Commits::new);
        story.addProcessor(
                CONVERSATION,
                () -> new ConversationProcessor(policy, build, commits::get, witness, traces),
                HEARD.stream().map(CarrierTopology::source).toArray(String[]::new));
        story.addStateStore(store(CONVERSATIONS), CONVERSATION);
        story.addStateStore(store(ALARMS), CONVERSATION);
        for (Topic<?> topic : SAID) {
            story.addSink(
                    sink(topic.name()),
                    topic.name(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer(),
                    CONVERSATION);
        }
        return story;
    }

    private static String source(Topic<?> topic) {
        return topic.name().replace("carrier.", "hear-");
    }

    /** The name of the node that writes to a topic. */
    static String sink(String topic) {
        return topic.replace("carrier.", "say-");
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }
}
