package dev.carrier.pipeline;

import dev.carrier.contracts.Policy;
import java.time.Duration;
import java.util.Optional;

/** A rule of a test, as it is put together; it says nothing but what is set. */
public final class Rules {
    private final String in;
    private Optional<Policy.Answer> answer = Optional.empty();
    private Optional<Policy.Gather> gather = Optional.empty();
    private Optional<String> prompt = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<Policy.Cooldown> cooldown = Optional.empty();
    private Optional<Policy.BotTalk> bots = Optional.empty();

    private Rules(String in) {
        this.in = in;
    }

    /** Of {@code channel:7}, {@code role:55}. */
    public static Rules in(String place) {
        return new Rules("discord:" + place);
    }

    public Rules answer(Policy.Answer how) {
        answer = Optional.of(how);
        return this;
    }

    public Rules atOnce() {
        gather = Optional.of(new Policy.Gather(Duration.ZERO, Duration.ZERO, false));
        return this;
    }

    public Rules prompt(String text) {
        prompt = Optional.of(text);
        return this;
    }

    public Rules model(String name) {
        model = Optional.of(name);
        return this;
    }

    public Rules cooldown(Duration person, Duration place) {
        cooldown = Optional.of(new Policy.Cooldown(person, place));
        return this;
    }

    public Rules bots(Policy.BotTalk talk) {
        bots = Optional.of(talk);
        return this;
    }

    Policy.Rule done() {
        return new Policy.Rule(
                in,
                Optional.empty(),
                answer,
                Optional.empty(),
                gather,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                prompt,
                model,
                cooldown,
                Optional.empty(),
                bots);
    }
}
