package dev.carrier.cli.why;

import dev.carrier.cli.why.TurnStory.Answered;
import dev.carrier.cli.why.TurnStory.Asked;
import dev.carrier.cli.why.TurnStory.Latency;
import dev.carrier.cli.why.TurnStory.Sent;
import dev.carrier.cli.why.TurnStory.Trigger;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.PromptPicture;
import dev.carrier.contracts.Usage;
import java.util.Locale;

/** A turn as an operator reads it. */
final class TurnText {
    private final Page page;

    TurnText(Page page) {
        this.page = page;
    }

    void print(TurnStory turn) {
        int others = turn.triggers().size() - 1;
        page.row(
                "gathered",
                others == 0 ? "one message" : "together with " + others + " more, as one turn");
        for (Trigger trigger : turn.triggers()) {
            page.row("", page.time(trigger.at()) + "  " + trigger.name() + ": " + trigger.text());
        }
        page.row("decided", "to speak: " + turn.decision() + "; turn " + turn.id());
        turn.steps().forEach(this::asked);
        turn.sent().forEach(this::sent);
        turn.latency().ifPresent(this::latency);
    }

    private void asked(Asked step) {
        page.row(
                "asked",
                "%s  model %s for a %s, round %d, with %d messages of talk; step %s"
                        .formatted(
                                page.time(step.askedAt()),
                                step.model(),
                                step.purpose().equals("judge") ? "verdict" : "reply",
                                step.round(),
                                step.window(),
                                step.id()));
        if (step.answers().isEmpty()) {
            page.row("", "no result yet");
        }
        step.answers().forEach(this::answered);
    }

    private void message(PromptMessage message) {
        page.row(message.role(), message.text());
        for (PromptPicture shown : message.shown()) {
            page.row(
                    "picture",
                    "%s, %s, %d × %d, %d bytes, sha256 %s"
                            .formatted(
                                    shown.name(),
                                    shown.type(),
                                    shown.width(),
                                    shown.height(),
                                    shown.bytes(),
                                    shown.sha256()));
        }
    }

    private void answered(Answered result) {
        page.row(
                result.how().split(" ", 2)[0],
                "%s  %s%s in %s, %s"
                        .formatted(
                                page.time(result.at()),
                                result.how(),
                                result.model().map(model -> " by " + model).orElse(""),
                                Page.seconds(result.tookMillis()),
                                counted(result.attempts(), "attempt")));
        result.prompt()
                .ifPresent(prompt ->
                        page.row(
                                "prompt",
                                counted(prompt.messages(), "message")
                                        + ", "
                                        + counted(prompt.characters(), "character")));
        result.prompt()
                .flatMap(TurnStory.Prompt::text)
                .ifPresent(messages -> messages.forEach(this::message));
        result.recollection()
                .ifPresent(memory ->
                        page.row(
                                "recalled",
                                "%s: %d earlier messages, %d facts, %d of lore"
                                        .formatted(
                                                memory.note(),
                                                memory.earlier(),
                                                memory.facts(),
                                                memory.lore())));
        result.usage().ifPresent(usage -> page.row("used", used(usage)));
        page.row("words", result.what());
    }

    private static String used(Usage usage) {
        return String.format(
                Locale.ROOT,
                "%d tokens in, %d out%s, cost %.6f",
                usage.tokensIn(),
                usage.tokensOut(),
                usage.estimated() ? " (estimated)" : "",
                usage.costMicros() / 1_000_000.0);
    }

    private void sent(Sent one) {
        String became =
                one.became()
                        .map(event ->
                                (one.found() ? "found there as " : "accepted as ")
                                        + event.message())
                        .or(() -> one.refused().map(why -> "refused: " + why))
                        .orElse(
                                one.what().equals("withdrawal")
                                        ? "told the responder"
                                        : "no delivery yet");
        page.row(
                "sent",
                "%s  %s, %s%s"
                        .formatted(
                                page.time(one.decidedAt()),
                                one.what(),
                                one.deliveredAt().map(at -> page.time(at) + " ").orElse(""),
                                became));
        page.row("", one.text());
    }

    private void latency(Latency latency) {
        page.row(
                "latency",
                "%s from the last message to the first words: hearing %s, gathering %s, model %s, sending %s; carrier added %s"
                        .formatted(
                                Page.seconds(latency.whole()),
                                Page.seconds(latency.hearing()),
                                Page.seconds(latency.gathering()),
                                Page.seconds(latency.model()),
                                Page.seconds(latency.sending()),
                                Page.seconds(latency.carrier())));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
