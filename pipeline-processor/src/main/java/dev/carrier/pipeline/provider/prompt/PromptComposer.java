package dev.carrier.pipeline.provider.prompt;

import dev.carrier.contracts.Line;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Purpose;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.Step;
import dev.carrier.pipeline.character.Character;
import dev.carrier.pipeline.character.Tokens;
import dev.carrier.pipeline.provider.enclosure.Enclosures;
import java.util.ArrayList;
import java.util.List;

/**
 * Composes the messages for a model. Pure and stateless: the same input gives the same bytes.
 *
 * <p>When not all fits the budget, what goes first is recalled talk (the oldest of it), then what
 * was recalled and the character's lore, then examples beyond the first few, then the older part of
 * the window. The messages that the turn answers always stay, and before all else goes in what the
 * turn's tools gave.
 */
public final class PromptComposer {
    /** Examples that go in before older talk does: they carry the voice. */
    private static final int FIRST_EXAMPLES = 3;

    /** Lines of the window that go in before anything that is nice to have. */
    private static final int NEWEST_LINES = 8;

    private PromptComposer() {}

    /** The prompt of a step with which no files go. */
    public static List<PromptMessage> compose(
            Character character, Step.Think step, Recollection recollection, PromptBudget budget) {
        return compose(character, step, recollection, Enclosures.NONE, budget);
    }

    /**
     * The prompt of a step.
     *
     * @param enclosures the files that go with it; they stand beside the budget
     * @return a system message, then talk in alternating roles that ends with a person's
     */
    public static List<PromptMessage> compose(
            Character character,
            Step.Think step,
            Recollection recollection,
            Enclosures enclosures,
            PromptBudget budget) {
        var talk =
                new Talk(
                        character.name(),
                        step.account(),
                        join(recollection.earlier(), step.window()),
                        enclosures);
        if (step.purpose() == Purpose.JUDGE) {
            return Judgement.compose(character, step, talk);
        }
        var system = new SystemMessage(character.name(), budget.tokens());
        List<Line> triggers = Scene.triggers(step);
        system.always(Scene.how(character.name(), step, budget));
        system.always(Scene.now(step, talk, budget));
        system.reserve(triggers.stream().mapToInt(line -> cost(talk, line)).sum());
        Called.offer(step, system);
        system.offer(Persona.about(character));
        system.offer(Persona.style(character));
        List<Line> others =
                step.window().stream().filter(line -> !triggers.contains(line)).toList();
        int newest = newest(system, talk, others, 0, NEWEST_LINES);
        List<Part> examples = Persona.examples(character);
        int few = Math.min(FIRST_EXAMPLES, examples.size());
        system.offer(examples.subList(0, few));
        system.offer(Persona.topics(character));
        system.offer(Persona.knowledge(character));
        int kept = newest(system, talk, others, newest, others.size());
        system.offer(examples.subList(few, examples.size()));
        system.offer(items(recollection.facts()));
        system.offer(items(recollection.lore()));
        system.offer(Persona.lore(character));
        return finish(system, talk, step, triggers, others, kept, recollection);
    }

    private static List<PromptMessage> finish(
            SystemMessage system,
            Talk talk,
            Step.Think step,
            List<Line> triggers,
            List<Line> others,
            int kept,
            Recollection recollection) {
        List<Line> keptLines = others.subList(others.size() - kept, others.size());
        List<Line> lines = order(talk, step.window(), keptLines, triggers);
        int leading = 0;
        while (leading < lines.size() && talk.own(lines.get(leading))) {
            leading++;
        }
        var earlier = new ArrayList<Line>();
        for (Line line : recollection.earlier().reversed()) {
            if (!system.take(cost(talk, line))) {
                break;
            }
            earlier.addFirst(line);
        }
        // Talk must begin with a person: what the character said before that was said earlier.
        earlier.addAll(lines.subList(0, leading));
        system.put(
                earlier.stream()
                        .map(line -> new Part(Section.EARLIER, talk.spoken(line)))
                        .toList());
        var messages = new ArrayList<PromptMessage>();
        messages.add(system.message());
        messages.addAll(talk.messages(lines.subList(leading, lines.size())));
        if (messages.size() == 1) {
            messages.add(new PromptMessage("user", "(nobody wrote anything that can be shown)"));
        }
        return List.copyOf(messages);
    }

    /** As in the window; but what is to be answered stands last if our own words came after it. */
    private static List<Line> order(
            Talk talk, List<Line> window, List<Line> kept, List<Line> triggers) {
        List<Line> lines =
                window.stream()
                        .filter(line -> kept.contains(line) || triggers.contains(line))
                        .toList();
        if (!lines.isEmpty() && talk.own(lines.getLast())) {
            return join(kept, triggers);
        }
        return lines;
    }

    private static int newest(
            SystemMessage system, Talk talk, List<Line> lines, int have, int atMost) {
        int kept = have;
        while (kept < Math.min(atMost, lines.size())
                && system.take(cost(talk, lines.get(lines.size() - 1 - kept)))) {
            kept++;
        }
        return kept;
    }

    private static int cost(Talk talk, Line line) {
        return Tokens.framed(talk.spoken(line));
    }

    private static List<Part> items(List<String> texts) {
        return texts.stream()
                .map(text -> new Part(Section.KNOWLEDGE, "- " + Plain.indented(Plain.text(text))))
                .toList();
    }

    private static List<Line> join(List<Line> first, List<Line> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
