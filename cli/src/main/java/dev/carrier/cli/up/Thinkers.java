package dev.carrier.cli.up;

import dev.carrier.pipeline.provider.model.ModelCheck;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.Settings;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The models of the accounts, as they were found before anything started. Immutable.
 *
 * @param checked by name
 */
record Thinkers(SortedMap<String, ModelCheck.Checked> checked) {

    /**
     * Asks each.
     *
     * @throws SetupProblem when no model of any account answers: real people get no stand-in
     */
    static Thinkers ask(Settings settings) {
        var names = new TreeSet<String>();
        settings.accounts().values().forEach(account -> names.add(account.model()));
        SortedMap<String, ModelCheck.Checked> checked = new TreeMap<>();
        names.forEach(name -> checked.put(name, ModelCheck.check(settings.model(name))));
        if (checked.values().stream().noneMatch(ModelCheck.Checked::works)) {
            Map.Entry<String, ModelCheck.Checked> last = checked.lastEntry();
            throw new SetupProblem(
                    "no model answers (" + last.getKey() + ": " + last.getValue().sentence() + ")",
                    "set MODEL and its key (ANTHROPIC_API_KEY, OPENAI_API_KEY or GEMINI_API_KEY) in .env, or"
                            + " models.main in carrier.yaml");
        }
        return new Thinkers(checked);
    }

    /** A line each, with what their characters have spent. */
    void show(Screen screen, Money money) {
        checked.forEach((name, model) -> {
            if (model.works()) {
                String line = name + " " + model.sentence();
                String spent = money.spent(name);
                screen.ok("model", spent.isEmpty() ? line : "%-40s %s".formatted(line, spent));
            } else {
                screen.warn("model", name + ": " + model.sentence());
            }
        });
    }
}
