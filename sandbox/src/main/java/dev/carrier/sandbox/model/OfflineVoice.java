package dev.carrier.sandbox.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks as a character without a language model: of the character's own example answers, the one
 * to what is closest to the newest line. The same prompt gives the same answer in every run.
 * Stateless and thread-safe.
 */
public final class OfflineVoice {
    private static final double CLOSE = 0.42;
    private static final double SURE = 0.6;
    private static final double CLOSE_IN_ITS_FIELD = 0.3;
    private static final double CLOSE_BY_ANSWER = 0.55;
    private static final Pattern SHORT_START =
            Pattern.compile("^([^.,!?:;\\n\"]{2,40})([.!?])(?=\\s|$)");

    /** What example dialogues write for the name of whoever talks with the character. */
    private static final String STAND_IN = "\\{\\{(user|name)\\d*}}";

    /** Askers whose names are words of the language. */
    private static final Pattern NOBODY =
            Pattern.compile("(?i)(some|any)(one|body)|user|person|guest|friend|you");

    private record Candidate(Example example, double closeness) {}

    /**
     * What the character says to the newest line.
     *
     * @return the text as it would be posted; with a line of subtext on the voice when the
     *     character has not spoken before
     */
    public String answer(Prompt prompt) {
        String said = words(prompt);
        return prompt.said().isEmpty()
                ? said + "\n" + AboutItself.note(prompt.persona().name())
                : said;
    }

    private static String words(Prompt prompt) {
        String line = prompt.newest().text();
        if (AboutItself.isAsked(line, prompt.persona().name())) {
            String plainly = AboutItself.plainly(prompt);
            return ownWordsAboutItself(prompt)
                    .map(own -> suit(own, prompt) + " " + plainly)
                    .orElse(plainly);
        }
        return closest(prompt, line, SURE)
                .or(() -> knows(prompt, line))
                .or(() -> closest(prompt, line, 0))
                .or(() -> closestInTheBurst(prompt))
                .orElseGet(() -> byName(SmallTalk.about(prompt), prompt));
    }

    /**
     * The example answer to what is closest to a line, if one is close enough, at least so much.
     */
    private static Optional<String> closest(Prompt prompt, String line, double least) {
        Persona persona = prompt.persona();
        var closeness = new Closeness(persona.examples().stream().map(Example::asked).toList());
        String asked = withoutName(line, persona.name());
        List<Candidate> candidates =
                persona.examples().stream()
                        .filter(example -> !wasSaid(prompt, example.answer()))
                        .filter(example -> !AboutItself.isAsked(example.asked(), persona.name()))
                        .map(example ->
                                new Candidate(
                                        example, closeness(prompt, closeness, asked, example)))
                        .filter(candidate ->
                                candidate.closeness()
                                        >= Math.max(
                                                least, enough(persona, asked, candidate.example())))
                        .toList();
        return best(prompt, candidates).map(best -> byName(suit(best, prompt), prompt));
    }

    private static double enough(Persona persona, String line, Example example) {
        return field(persona, line, example) ? CLOSE_IN_ITS_FIELD : CLOSE;
    }

    /** Whether a line and an example share a subject that the character knows something about. */
    private static boolean field(Persona persona, String line, Example example) {
        String field =
                String.join(" ", persona.topics()) + " " + String.join(" ", persona.knowledge());
        return Words.of(line).stream()
                .filter(Words::tells)
                .filter(Words.of(example.asked())::contains)
                .anyMatch(Words.of(field)::contains);
    }

    private static double closeness(
            Prompt prompt, Closeness closeness, String asked, Example example) {
        String line = withoutName(example.asked(), prompt.persona().name());
        double byQuestion = Closeness.meet(asked, line) ? closeness.of(asked, line) : 0;
        if (example.follows().isPresent()) {
            // A follow-up makes sense after the answer that it follows, and nowhere else.
            boolean goesOn =
                    !prompt.said().isEmpty()
                            && similar(prompt.said().getLast(), example.follows().get());
            return goesOn ? byQuestion * 1.3 : 0;
        }
        long told = Closeness.shared(asked, example.answer());
        double byAnswer = closeness.of(asked, line + " " + example.answer());
        return Math.max(byQuestion, told >= 2 && byAnswer >= CLOSE_BY_ANSWER ? byAnswer * 0.8 : 0);
    }

    private static Optional<Example> best(Prompt prompt, List<Candidate> candidates) {
        double top = candidates.stream().mapToDouble(Candidate::closeness).max().orElse(0);
        List<Example> tied =
                candidates.stream()
                        .filter(candidate -> candidate.closeness() >= top - 1e-9)
                        .map(Candidate::example)
                        .sorted(Comparator.comparing(Example::answer))
                        .toList();
        return tied.isEmpty()
                ? Optional.empty()
                : Optional.of(tied.get(prompt.pick("tie", tied.size())));
    }

    /** A sentence of what the character knows, when it shares the subject of a line. */
    private static Optional<String> knows(Prompt prompt, String line) {
        Persona persona = prompt.persona();
        String asked = withoutName(line, persona.name());
        return persona.facts().stream()
                .filter(sentence -> !wasSaid(prompt, sentence))
                .filter(sentence -> Closeness.shared(asked, sentence) >= 2)
                .max(
                        Comparator.comparingLong(
                                        (String sentence) -> Closeness.shared(asked, sentence))
                                .thenComparing(Comparator.naturalOrder()))
                .map(sentence -> byName(sentence, prompt));
    }

    /** Somebody who writes several lines at once may have asked in one before the last. */
    private static Optional<String> closestInTheBurst(Prompt prompt) {
        Line newest = prompt.newest();
        List<Line> before = prompt.heard().subList(0, Math.max(0, prompt.heard().size() - 1));
        return before.reversed().stream()
                .limit(4)
                .takeWhile(line -> line.author().equals(newest.author()))
                .flatMap(line -> closest(prompt, line.text(), 0).stream())
                .findFirst();
    }

    private static Optional<Example> ownWordsAboutItself(Prompt prompt) {
        Persona persona = prompt.persona();
        List<Example> asked =
                persona.examples().stream()
                        .filter(example -> AboutItself.isAsked(example.asked(), persona.name()))
                        .filter(example -> !wasSaid(prompt, example.answer()))
                        .toList();
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(asked.get(prompt.pick("itself", asked.size())));
    }

    /** The example's answer said to this person: it may call the example's asker by name. */
    private static String suit(Example example, Prompt prompt) {
        String person = Names.calling(prompt.newest().author());
        String answer = example.answer();
        answer =
                person.isEmpty()
                        ? answer.replaceAll(",? ?" + STAND_IN, "")
                        : answer.replaceAll(STAND_IN, Matcher.quoteReplacement(person));
        String asker = example.asker();
        if (person.isEmpty()
                || !Names.calling(asker).equals(asker)
                || NOBODY.matcher(asker).matches()) {
            return answer;
        }
        return answer.replaceAll(
                "\\b" + Pattern.quote(asker) + "\\b", Matcher.quoteReplacement(person));
    }

    /** Now and then a short first sentence calls the person by name. */
    private static String byName(String text, Prompt prompt) {
        String person = Names.calling(prompt.newest().author());
        var start = SHORT_START.matcher(text);
        boolean fits =
                !person.isEmpty()
                        && !text.contains(person)
                        && !text.contains("```")
                        && start.find();
        if (!fits || prompt.pick("by name", 3) != 0) {
            return text;
        }
        return start.group(1) + ", " + person + start.group(2) + text.substring(start.end());
    }

    private static boolean wasSaid(Prompt prompt, String answer) {
        return prompt.said().stream().anyMatch(said -> similar(said, answer));
    }

    /** Said answers differ from the example in names and in the note below them. */
    private static boolean similar(String said, String answer) {
        String start = answer.substring(0, Math.min(24, answer.length()));
        String end = answer.substring(Math.max(0, answer.length() - 24));
        return said.contains(answer) || said.contains(end) || said.startsWith(start);
    }

    private static String withoutName(String line, String name) {
        return line.replaceAll("(?i)@?\\b" + Pattern.quote(name) + "\\b", " ");
    }
}
