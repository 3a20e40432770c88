package dev.carrier.cli.pair;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.Servers;
import dev.carrier.contracts.SettingsVersion.Asked;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./carrier pair}. */
@Command(
        name = "pair",
        description = {
            "Lets somebody in whose DM was not answered (policy dms: pairing), by the code that they",
            "were told. Without CODE: who waits, and who was let in."
        })
public final class PairCommand extends Admitting {
    @Parameters(arity = "0..1", paramLabel = "CODE", description = "Good for an hour.")
    private String code = "";

    /**
     * @param carrier gives the options that all commands have
     */
    public PairCommand(Carrier carrier) {
        super(carrier);
    }

    @Override
    void tell(Guests guests, Instant now, Servers servers) {
        if (!code.isBlank()) {
            Asked asked = guests.with(code, now);
            record(servers, asked.person(), true, now);
            if (!carrier().json()) {
                carrier()
                        .out()
                        .println(
                                Shown.name(asked)
                                        + ", "
                                        + asked.person()
                                        + ", is let in: the next DM is answered");
                return;
            }
        }
        if (carrier().json()) {
            Shown.json(Guests.read(servers.kafka()), now, carrier().out());
        } else {
            Shown.table(guests, now, carrier().out());
        }
    }
}
