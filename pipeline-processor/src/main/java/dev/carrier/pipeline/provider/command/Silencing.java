package dev.carrier.pipeline.provider.command;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Step;
import dev.carrier.pipeline.provider.Tools;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.runtime.feed.Standing;
import dev.carrier.runtime.kafka.KafkaClients;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Pauses an account or lets it speak again, as {@code ./carrier pause} does. Doing it twice is
 * doing it once. Thread-safe.
 */
final class Silencing implements Tools.Tool {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final KafkaClients kafka;
    private final SettingsWriter writer;
    private final UnaryOperator<String> names;
    private final boolean silent;

    /**
     * @param names the character's name by its account
     * @param silent whether accounts are silenced, or let speak
     */
    Silencing(
            KafkaClients kafka,
            SettingsWriter writer,
            UnaryOperator<String> names,
            boolean silent) {
        this.kafka = kafka;
        this.writer = writer;
        this.names = names;
        this.silent = silent;
    }

    @Override
    public String call(Step.Call step) throws InterruptedException {
        AccountId account = step.account();
        String name = names.apply(account.value());
        ONE_AT_A_TIME.lockInterruptibly();
        try {
            Standing before = Standing.read(kafka, Set.of(account));
            if (before.paused().contains(account) != silent) {
                writer.paused(before.with(Set.of(account), silent).paused());
            } else if (!silent) {
                return name + " was not paused.";
            }
        } finally {
            ONE_AT_A_TIME.unlock();
        }
        return silent
                ? name + " is paused everywhere, until somebody uses /resume."
                : name + " answers again. What was said meanwhile is not answered late.";
    }
}
