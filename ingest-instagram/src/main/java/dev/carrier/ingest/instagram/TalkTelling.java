package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.instagram.talk.RecentTalk;
import dev.carrier.instagram.talk.Wording;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Keeps what webhooks bring of inboxes for the responder, which has to know what stands there
 * before it says something again. What Redis does not take it has to look for. Thread-safe.
 */
final class TalkTelling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TalkTelling.class);

    private final RecentTalk talk;
    private final Aside<RecentTalk.Line> aside = new Aside<>("instagram-talk", this::tell);

    TalkTelling(RecentTalk talk) {
        this.talk = talk;
    }

    void start() {
        aside.start();
    }

    /** Kafka has it; returns at once. */
    void later(AccountId account, Mapped.Happened happened) {
        line(account, happened).ifPresent(aside::later);
    }

    /** What is kept of it; of what has no words, and of comments, nothing. */
    static Optional<RecentTalk.Line> line(AccountId account, Mapped.Happened happened) {
        if (!(happened.event() instanceof Event.Said said)
                || happened.in().kind() != PlaceKind.DM
                || (happened.isOwn() && !said.attachments().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new RecentTalk.Line(
                        account,
                        happened.in().channel(),
                        happened.id(),
                        said.at(),
                        Optional.of(said.text())
                                .filter(_ -> happened.isOwn())
                                .map(Wording::fingerprint)));
    }

    private void tell(List<RecentTalk.Line> lines) {
        try {
            talk.told(lines);
        } catch (JedisException problem) {
            LOG.atDebug()
                    .addKeyValue("why", problem.getMessage())
                    .log("Redis did not take what was told; the responder looks instead");
        }
    }

    @Override
    public void close() {
        aside.close();
    }
}
