package dev.carrier.ingest.discord;

import dev.carrier.contracts.Event;
import dev.carrier.sandbox.DiscordClient.NewBot;
import java.util.List;

/** A town in which Ada listens, and what she hears in one place of it. For one thread. */
final class Ears implements AutoCloseable {
    final Town town = Town.quick();
    final NewBot ada = town.bot("Ada");
    private IngestDiscord worker = town.listen(ada);

    /** She hears nothing from now on. */
    void shut() {
        worker.close();
    }

    /** She listens again, and catches up. */
    void open() {
        worker = town.listen(ada);
    }

    /** What she heard in a place, in order. */
    List<Event> in(String channel) {
        return town.heard(ada).stream()
                .filter(it -> Places.in(it).channel().equals(channel))
                .toList();
    }

    /** All of one kind among it. */
    <E extends Event> List<E> in(String channel, Class<E> kind) {
        return in(channel).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() {
        worker.close();
        town.close();
    }
}
