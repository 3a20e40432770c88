package dev.carrier.cli.pair;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.Servers;
import dev.carrier.contracts.PersonId;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./carrier unpair}. */
@Command(
        name = "unpair",
        description = "Takes back that somebody was let in: the next DM is not answered.")
public final class UnpairCommand extends Admitting {
    @Parameters(paramLabel = "PERSON", description = "discord:user:ID, or the plain id.")
    private String person = "";

    /**
     * @param carrier gives the options that all commands have
     */
    public UnpairCommand(Carrier carrier) {
        super(carrier);
    }

    @Override
    void tell(Guests guests, Instant now, Servers servers) {
        PersonId one = guests.paired(person);
        record(servers, one, false, now);
        if (carrier().json()) {
            Shown.json(Guests.read(servers.kafka()), now, carrier().out());
        } else {
            carrier().out().println(one + " is not let in any more");
        }
    }
}
