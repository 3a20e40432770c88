package dev.carrier.pipeline.action;

import java.util.List;
import java.util.Optional;

/** To answer with words: whatever asks for no other action. */
final class Reply implements Action {
    @Override
    public Optional<Intent> take(Completion completion) {
        String spoken = Speech.cleaned(completion);
        if (!Speech.saysSomething(spoken)) {
            return Optional.of(
                    new Intent.Absurd(completion.brokenOff() ? "cut before it spoke" : "empty"));
        }
        String whole = completion.brokenOff() ? BrokenOff.ended(spoken) : spoken;
        Room room = completion.room();
        String said = room.marks() ? whole : Unmarked.of(whole);
        List<String> parts = room.parts(said);
        if (parts.isEmpty() || parts.size() > room.mostParts()) {
            return Optional.of(new Intent.Absurd(parts.isEmpty() ? "empty" : "too long"));
        }
        return Optional.of(
                room.files() ? Handing.of(said, parts, room.longest()) : new Intent.Speak(parts));
    }
}
