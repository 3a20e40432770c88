package dev.carrier.cli.pair;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.SettingsVersion.Asked;
import dev.carrier.contracts.SettingsVersion.Paired;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How people who wait and who were let in are shown. */
final class Shown {
    private Shown() {}

    static void table(Guests guests, Instant now, PrintWriter out) {
        List<Asked> waiting = guests.waiting(now);
        for (Asked one : waiting) {
            out.printf(
                    "waiting  %s  %s, %s, asked %s at %s, good until %s%n",
                    one.code(),
                    name(one),
                    one.person(),
                    one.account(),
                    time(one.at()),
                    time(one.until()));
        }
        for (Paired one : guests.paired().values()) {
            out.printf("paired   %s  since %s%n", one.person(), time(one.at()));
        }
        if (waiting.isEmpty()) {
            out.println(
                    "nobody waits; who writes a DM where policy dms is pairing is told a code for"
                            + " ./carrier pair CODE");
        }
    }

    static void json(Guests guests, Instant now, PrintWriter out) {
        var json = Json.mapper().createObjectNode();
        var waiting = json.putArray("waiting");
        for (Asked one : guests.waiting(now)) {
            waiting.addObject()
                    .put("code", one.code())
                    .put("person", one.person().value())
                    .put("name", name(one))
                    .put("account", one.account().value())
                    .put("until", one.until().toString());
        }
        var paired = json.putArray("paired");
        guests.paired().keySet().forEach(person -> paired.add(person.value()));
        out.println(json);
    }

    /** People choose their names: nothing of them may move the cursor. */
    static String name(Asked asked) {
        return asked.name().replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
