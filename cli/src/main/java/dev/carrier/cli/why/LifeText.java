package dev.carrier.cli.why;

import dev.carrier.cli.why.Life.ForAccount;
import dev.carrier.cli.why.Life.Heard;
import dev.carrier.cli.why.Life.Noted;
import dev.carrier.contracts.Address;
import dev.carrier.contracts.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A life as an operator reads it. */
final class LifeText {
    private final Page page;
    private final TurnText turns;

    LifeText(Page page) {
        this.page = page;
        this.turns = new TurnText(page);
    }

    void print(Life life) {
        page.line(life.author() + " " + life.what() + ", in " + life.where());
        life.at().ifPresent(at -> page.row("when", page.day(at)));
        life.text().ifPresent(text -> page.row("text", text.isBlank() ? "(no words)" : text));
        page.row("id", life.id().value());
        life.changes()
                .forEach(change ->
                        page.row(
                                "later",
                                page.time(change.at())
                                        + " "
                                        + change.what()
                                        + change.text().map(text -> ": " + text).orElse("")));
        life.saidBy()
                .ifPresent(turn -> {
                    page.blank();
                    page.line(turn.account() + " said it (" + turn.decision() + ")");
                    turns.print(turn);
                });
        life.accounts().forEach(one -> account(life, one));
    }

    private void account(Life life, ForAccount one) {
        page.blank();
        page.line(one.account() + ": " + ending(life, one));
        one.outcome().flatMap(Meaning::of).ifPresent(means -> page.row("means", means));
        one.heard().forEach(heard -> page.row("heard", heard(life, heard)));
        one.turn().ifPresent(turns::print);
        String word = "journal";
        for (Noted noted : one.journal()) {
            page.row(
                    word,
                    "%s  #%d %s: %s"
                            .formatted(
                                    page.time(noted.at()),
                                    noted.sequence(),
                                    noted.input(),
                                    noted.reason()));
            word = "";
        }
    }

    private static String ending(Life life, ForAccount one) {
        if (one.outcome().isEmpty()) {
            return "not ended yet";
        }
        Outcome outcome = one.outcome().get();
        String after =
                life.at()
                        .flatMap(at ->
                                one.endedAt()
                                        .map(ended -> Duration.between(at, ended))
                                        .filter(span -> !span.isNegative()))
                        .map(span -> ", " + Page.seconds(span) + " after it was written")
                        .orElse("");
        return outcome.kind().name().toLowerCase(Locale.ROOT)
                + " ("
                + outcome.reason()
                + ")"
                + after;
    }

    private String heard(Life life, Heard heard) {
        List<String> how =
                heard.how().address().stream().map(LifeText::word).collect(Collectors.toList());
        if (heard.how().self()) {
            how.add("its own words");
        } else if (how.isEmpty()) {
            how.add(life.where().equals("a DM") ? "in a DM" : "no mention, no reply");
        }
        how.add(heard.how().late() ? "late, from the history" : "live");
        return page.time(heard.at()) + "  " + String.join(", ", how);
    }

    private static String word(Address address) {
        return switch (address) {
            case MENTION -> "mentioned";
            case ROLE -> "by a role";
            case REPLY -> "as a reply to it";
        };
    }
}
