package dev.carrier.cli.pair;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.Servers;
import dev.carrier.contracts.PersonId;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.runtime.settings.Settings;
import java.time.Instant;
import java.util.concurrent.Callable;

/** What {@code pair} and {@code unpair} have in common. */
abstract sealed class Admitting implements Callable<Integer> permits PairCommand, UnpairCommand {
    private final Carrier carrier;

    Admitting(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public final Integer call() {
        Settings settings = carrier.settings().settings();
        try (Servers servers = Servers.reach(settings)) {
            Instant now = Instant.now();
            Guests guests = Guests.read(servers.kafka());
            tell(guests, now, servers);
        }
        return 0;
    }

    abstract void tell(Guests guests, Instant now, Servers servers);

    final Carrier carrier() {
        return carrier;
    }

    /** Records it; whoever runs takes it up at once. */
    static void record(Servers servers, PersonId person, boolean admitted, Instant now) {
        try (SettingsWriter writer = new SettingsWriter(servers.kafka(), "carrier-pair")) {
            writer.paired(person, admitted, now);
        }
    }
}
