package dev.carrier.pipeline.action;

import java.util.List;
import java.util.Optional;

/** To answer with words: whatever asks for no other action. */
final class Reply implements Action {
    /**
     * A message on Discord: https://docs.discord.com/developers/resources/message#create-message
     */
    static final int LONGEST_PART = 2000;

    private static final int MOST_PARTS = 20;

    @Override
    public Optional<Intent> take(Completion completion) {
        String spoken = Speech.cleaned(completion);
        if (!Speech.saysSomething(spoken)) {
            return Optional.of(
                    new Intent.Absurd(completion.brokenOff() ? "cut before it spoke" : "empty"));
        }
        String whole = completion.brokenOff() ? BrokenOff.ended(spoken) : spoken;
        List<String> parts = Split.parts(whole, LONGEST_PART);
        return Optional.of(
                parts.size() > MOST_PARTS
                        ? new Intent.Absurd("too long")
                        : Handing.of(whole, parts, LONGEST_PART));
    }
}
