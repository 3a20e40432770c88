package dev.carrier.sandbox.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the offline voice says when no example is close: it does not pretend to know, and comes back
 * to what the character knows and likes to talk about. Stateless.
 */
final class SmallTalk {
    private static final List<String> TOPIC =
            List.of(
                    "{Topic}! One of my favourite subjects. Where shall we begin?",
                    "Ah, {topic}. Now you have all of my attention. Tell me what you've got.",
                    "{Topic}, gladly, any day. What would you like to know?");
    private static final List<String> KNOWING =
            List.of(
                    "I'd only be guessing. What I do know is this: {knows}",
                    "No good answer from me, so take one I'm sure of instead. {knows}");

    private static final int LONGEST_FACT = 160;

    private SmallTalk() {}

    /** Something fitting to say to the newest line, not what was just said, if that can be. */
    static String about(Prompt prompt) {
        String line = prompt.newest().text();
        Remark remark = Remark.to(line);
        Optional<String> topic = topicIn(line, prompt.persona());
        if (topic.isPresent() && remark.isOpen()) {
            return fresh(prompt, fill(TOPIC, "topic", topic.get()));
        }
        List<String> choices = new ArrayList<>(remark.answers());
        if (remark == Remark.QUESTION) {
            offer(prompt)
                    .ifPresent(offered -> choices.addAll(fill(Remark.OFFERING, "topic", offered)));
            known(prompt).ifPresent(known -> choices.addAll(fill(KNOWING, "knows", known)));
        }
        return fresh(prompt, choices);
    }

    /** What the character likes to talk about that a line speaks of. */
    private static Optional<String> topicIn(String line, Persona persona) {
        return persona.topics().stream()
                .filter(topic -> Closeness.shared(line, topic) > 0)
                .findFirst();
    }

    private static Optional<String> offer(Prompt prompt) {
        List<String> topics = prompt.persona().topics();
        return topics.isEmpty()
                ? Optional.empty()
                : Optional.of(topics.get(prompt.pick("topic", topics.size())));
    }

    /** Something it knows in one of its fields; what it remembers of people is nobody else's. */
    private static Optional<String> known(Prompt prompt) {
        Persona persona = prompt.persona();
        String fields = String.join(" ", persona.topics());
        List<String> unsaid =
                persona.facts().stream()
                        .filter(sentence -> sentence.length() < LONGEST_FACT)
                        .filter(sentence -> Closeness.shared(sentence, fields) > 0)
                        .filter(sentence ->
                                prompt.heard().stream()
                                        .noneMatch(line ->
                                                !line.author().isEmpty()
                                                        && sentence.contains(line.author())))
                        .filter(sentence ->
                                prompt.said().stream().noneMatch(said -> said.contains(sentence)))
                        .toList();
        return unsaid.isEmpty()
                ? Optional.empty()
                : Optional.of(unsaid.get(prompt.pick("known", unsaid.size())));
    }

    private static List<String> fill(List<String> texts, String what, String with) {
        String capital = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        String capitalised = Character.toUpperCase(with.charAt(0)) + with.substring(1);
        return texts.stream()
                .map(text ->
                        text.replace("{" + what + "}", with)
                                .replace("{" + capital + "}", capitalised))
                .toList();
    }

    private static String fresh(Prompt prompt, List<String> choices) {
        var unsaid = new ArrayList<>(choices);
        prompt.said().reversed().stream()
                .limit(4)
                .forEach(said ->
                        unsaid.removeIf(choice -> said.contains(end(choice)) && unsaid.size() > 1));
        return unsaid.get(prompt.pick("small talk", unsaid.size()));
    }

    /** What was said may call the person by name at its start. */
    private static String end(String choice) {
        return choice.substring(choice.length() / 2);
    }
}
