package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What accounts have published already: {@code carrier.events} read once from its beginning, when
 * somebody asks for the first time. Thread-safe.
 */
final class Published {
    private static final Logger LOG = LoggerFactory.getLogger(Published.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TopicReader reader;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Map<AccountId, Found>> found = Optional.empty();

    Published(KafkaClients kafka) {
        this.reader = new TopicReader(kafka, "ingest-discord-rebuild");
    }

    /** The newest message of each channel that the account has published; none is none. */
    Cursors.Known of(AccountId account) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (found.isEmpty()) {
                found = Optional.of(readPatiently());
            }
            var mine = found.get().getOrDefault(account, new Found());
            return new Cursors.Known(false, mine.channels, mine.partners);
        } finally {
            lock.unlock();
        }
    }

    private Map<AccountId, Found> readPatiently() throws InterruptedException {
        while (true) {
            try {
                return read();
            } catch (SetupProblem | KafkaException problem) {
                if (Thread.interrupted()) {
                    throw (InterruptedException) new InterruptedException().initCause(problem);
                }
                LOG.atWarn()
                        .addKeyValue("why", problem.getMessage())
                        .log("waiting for Kafka, which knows what was heard before");
                Thread.sleep(PAUSE);
            }
        }
    }

    private Map<AccountId, Found> read() {
        var out = new HashMap<AccountId, Found>();
        try (var published = reader.all(Topics.EVENTS)) {
            published.forEach(each -> take(out, each));
        }
        return out;
    }

    private static void take(Map<AccountId, Found> out, ConsumerRecord<byte[], byte[]> published) {
        try {
            if (Json.read(Topics.EVENTS, published.value()) instanceof Event.Said said
                    && said.in().platform().equals("discord")) {
                for (Hearing hearing : said.heardBy()) {
                    out.computeIfAbsent(hearing.account(), _ -> new Found()).take(said);
                }
            }
        } catch (Unreadable | NumberFormatException foreign) {
            LOG.atDebug()
                    .addKeyValue("partition", published.partition())
                    .addKeyValue("offset", published.offset())
                    .log("a record that is no message of Discord");
        }
    }

    private static final class Found {
        private final Map<Long, Long> channels = new HashMap<>();
        private final Map<Long, Long> partners = new HashMap<>();

        void take(Event.Said said) {
            long channel = Long.parseLong(said.in().channel());
            channels.merge(channel, Long.parseLong(said.id().message()), Math::max);
            if (said.in().kind() == PlaceKind.DM) {
                said.in()
                        .partner()
                        .ifPresent(person -> partners.put(channel, Places.number(person)));
            }
        }
    }
}
