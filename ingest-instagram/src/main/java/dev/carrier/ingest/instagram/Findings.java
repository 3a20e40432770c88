package dev.carrier.ingest.instagram;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes to Kafka what was found by asking and is not there yet. Thread-safe. */
final class Findings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventWriter writer;
    private final Heard heard;
    private final SeenStore seen;
    private final Counts counts;

    Findings(EventWriter writer, Heard heard, SeenStore seen, Counts counts) {
        this.writer = writer;
        this.heard = heard;
        this.seen = seen;
        this.counts = counts;
    }

    /**
     * Writes what is new among these.
     *
     * @return what was new; empty when Kafka does not take it, which is to be tried again
     * @throws redis.clients.jedis.exceptions.JedisException when Redis does not answer
     */
    Optional<List<Mapped.Happened>> take(Self self, List<Mapped.Happened> found)
            throws InterruptedException {
        List<Mapped.Happened> fresh = fresh(self, found);
        var records =
                announced(fresh).stream()
                        .map(one -> EventWriter.toRecord(self.account(), one))
                        .toList();
        if (!writer.write(records, PATIENCE)) {
            return Optional.empty();
        }
        counts.add(Counted.FOUND, fresh.size());
        fresh.forEach(one -> heard.add(self.account(), one.id()));
        seen.now(self.account(), fresh.stream().map(Mapped.Happened::id).toList());
        return Optional.of(fresh);
    }

    private List<Mapped.Happened> fresh(Self self, List<Mapped.Happened> found) {
        List<Mapped.Happened> unknown =
                found.stream().filter(one -> !heard.has(self.account(), one.id())).toList();
        List<EventId> ids = unknown.stream().map(Mapped.Happened::id).toList();
        Set<EventId> known = seen.among(self.account(), ids);
        return unknown.stream().filter(one -> !known.contains(one.id())).toList();
    }

    /** What was missed in one place is answered together: all but the last say that more comes. */
    static List<Mapped.Happened> announced(List<Mapped.Happened> found) {
        Set<ConversationId> later = new HashSet<>();
        List<Mapped.Happened> announced = new ArrayList<>();
        for (Mapped.Happened one : found.reversed()) {
            boolean more = !later.add(one.in().conversation());
            announced.addFirst(
                    more && one.event() instanceof Event.Said said ? more(one, said) : one);
        }
        return announced;
    }

    private static Mapped.Happened more(Mapped.Happened one, Event.Said said) {
        List<Hearing> heardBy = said.heardBy().stream().map(Findings::more).toList();
        return new Mapped.Happened(
                one.id(),
                one.in(),
                new Event.Said(
                        said.id(),
                        said.at(),
                        said.in(),
                        said.by(),
                        said.text(),
                        said.replyTo(),
                        said.attachments(),
                        heardBy,
                        said.quote()));
    }

    private static Hearing more(Hearing hearing) {
        return hearing.late()
                ? new Hearing(
                        hearing.account(),
                        hearing.self(),
                        hearing.address(),
                        hearing.owned(),
                        hearing.member(),
                        true,
                        hearing.opener(),
                        hearing.barred(),
                        Optional.of(true))
                : hearing;
    }
}
