package dev.carrier.pipeline.provider.command;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Policy;
import dev.carrier.pipeline.provider.Tools;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.runtime.kafka.KafkaClients;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The tools of the commands that need more than their conversation knows. */
public final class CommandTools {
    private CommandTools() {}

    /**
     * All of them, by the names under which the state stage calls them.
     *
     * @param policy in force now
     * @param writer its owner closes it
     */
    public static Tools of(KafkaClients kafka, SettingsWriter writer, Supplier<Policy> policy) {
        UnaryOperator<String> names =
                account -> {
                    Policy.Cast cast = policy.get().cast().get(new AccountId(account));
                    return cast == null ? account : cast.name();
                };
        return new Tools(
                Map.of(
                        "pause", new Silencing(kafka, writer, names, true),
                        "resume", new Silencing(kafka, writer, names, false),
                        "why", new Explaining(kafka)));
    }
}
