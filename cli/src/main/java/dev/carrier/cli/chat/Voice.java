package dev.carrier.cli.chat;

import dev.carrier.pipeline.provider.model.ModelCheck;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.ModelSettings;
import dev.carrier.runtime.settings.Settings;
import java.util.Optional;

/**
 * Who thinks for the character.
 *
 * @param model its name in the settings; empty for the sandbox's offline voice
 * @param sentence says so
 */
record Voice(Optional<String> model, String sentence) {
    private static final String USUAL = "main";

    /**
     * The model that was asked for, otherwise {@code main} when it can be used, otherwise the
     * offline voice.
     *
     * @throws SetupProblem when the one that was asked for cannot be used
     */
    static Voice choose(Settings settings, Optional<String> wanted) {
        if (wanted.isPresent()) {
            ModelSettings model = settings.model(wanted.get());
            if (!complete(model)) {
                model.key().value();
            }
            ModelCheck.Checked checked = ModelCheck.check(model);
            if (!checked.works()) {
                throw new SetupProblem(
                        checked.sentence(),
                        "correct models." + wanted.get() + ", or leave --model out");
            }
            return new Voice(wanted, checked.sentence());
        }
        return usual(settings);
    }

    private static Voice usual(Settings settings) {
        try {
            ModelSettings model = settings.model(USUAL);
            if (complete(model)) {
                ModelCheck.Checked checked = ModelCheck.check(model);
                return checked.works()
                        ? new Voice(Optional.of(USUAL), checked.sentence())
                        : offline(checked.sentence());
            }
        } catch (SetupProblem incomplete) {
            return offline("no language model is set up");
        }
        return offline("no language model is set up");
    }

    private static Voice offline(String why) {
        return new Voice(
                Optional.empty(),
                why
                        + ", so the offline voice answers out of the character's own examples"
                        + " (models.main in carrier.yaml gives it a real one)");
    }

    private static boolean complete(ModelSettings model) {
        return !model.model().isBlank()
                && (model.key().isSet()
                        || model.url().isPresent()
                        || model.provider() == ModelSettings.Provider.OLLAMA);
    }
}
