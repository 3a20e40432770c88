package dev.carrier.ingest.discord;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageHistory;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was missed in a channel, from Discord's <a
 * href="https://docs.discord.com/developers/resources/message#get-channel-messages">history</a>. It
 * is read from the newest backwards, so that of too much the newest is kept. Thread-safe.
 */
final class History implements LaneParts.History {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final int PAGE = 100;

    /** Lanes that read at once: what each has read is in memory. */
    private static final int AT_ONCE = 8;

    private final Channels channels;
    private final Mapping mapping;
    private final IngestOptions options;
    private final InstantSource clock;
    private final Semaphore readers = new Semaphore(AT_ONCE);

    History(Channels channels, Mapping mapping, IngestOptions options, InstantSource clock) {
        this.channels = channels;
        this.mapping = mapping;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public List<Heard> after(long channel, long cursor) throws InterruptedException {
        readers.acquire();
        try {
            var found = channels.find(channel);
            return found.isEmpty() ? List.of() : read(found.get(), cursor);
        } finally {
            readers.release();
        }
    }

    private List<Heard> read(MessageChannel channel, long cursor) throws InterruptedException {
        long tooOld = Snowflake.at(clock.instant().minus(options.catchUpAge()));
        long floor = Math.max(cursor, tooOld);
        var missed = new ArrayList<Message>();
        boolean more = true;
        boolean leftOut = false;
        long before = 0;
        while (more) {
            var page = page(channel, before);
            for (Message message : page) {
                boolean wanted = message.getIdLong() > floor;
                boolean room = missed.size() < options.catchUpMessages();
                if (wanted && room) {
                    missed.add(message);
                }
                leftOut |= message.getIdLong() > cursor && !(wanted && room);
            }
            before = page.isEmpty() ? 0 : page.getLast().getIdLong();
            more = page.size() == PAGE && before > floor && !leftOut;
        }
        if (leftOut) {
            sayLeftOut(channel, missed.size());
        }
        var heard = new ArrayList<Heard>();
        for (int left = missed.size() - 1; left >= 0; left--) {
            heard.add(heard(missed.get(left), left > 0));
        }
        return List.copyOf(heard);
    }

    private Heard heard(Message message, boolean more) {
        return new Heard(message.getIdLong(), () -> Optional.of(mapping.said(message, true, more)));
    }

    /** Newest first. */
    private static List<Message> page(MessageChannel channel, long before)
            throws InterruptedException {
        return Asking.patiently("history", () -> request(channel, before)).orElse(List.of());
    }

    private static RestAction<List<Message>> request(MessageChannel channel, long before) {
        return before == 0
                ? new MessageHistory(channel).retrievePast(PAGE)
                : MessageHistory.getHistoryBefore(channel, Long.toString(before))
                        .limit(PAGE)
                        .map(MessageHistory::getRetrievedHistory);
    }

    private void sayLeftOut(MessageChannel channel, int fetched) {
        LOG.atWarn()
                .addKeyValue("channel", channel.getId())
                .addKeyValue("fetched", fetched)
                .addKeyValue("atMost", options.catchUpMessages())
                .addKeyValue("within", options.catchUpAge())
                .log("more was missed than is fetched; the older rest stays unheard");
    }
}
