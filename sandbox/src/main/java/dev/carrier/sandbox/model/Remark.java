package dev.carrier.sandbox.model;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A kind of remark that calls for a kind of answer, whoever speaks. The first one that fits a line
 * counts.
 */
enum Remark {
    HEAVY(
            "\\b(i|i'm|my|we|our)\\b.*\\b(died|dead|death|dying|passed away|funeral|cancer|hospital|sick|hurts?|crying|cried|sad|lonely"
                    + "|depressed|hopeless|scared|afraid|anxious|fired|broke up|divorced?|miserable|miss (him|her|them)"
                    + "|(terrible|awful|horrible|bad|rough|hard) (day|week|night|time))\\b",
            "I'm sorry. That sounds hard. Do you want to tell me more, or would something else be better right now?",
            "That's a lot to carry, I'm sorry. I'm here, take your time.",
            "I'm sorry to hear it. Is there somebody near who can look after you a little?"),
    LAUGHTER(
            "^\\W*(lol|lmao|rofl|ha(ha)+|he(he)+|xd)\\b.{0,20}$",
            "Good, that was the plan.",
            "I do my best.",
            "That laugh alone was worth it."),
    PRAISE(
            "\\b(you('re| are) (so |really |very )?(great|awesome|cool|amazing|nice|kind|funny|the best|wonderful|sweet|lovely)|i (like|love) you|well done|good job|nice one)\\b",
            "That's kind of you to say. You just made a good day a little better.",
            "Thank you, I'll keep that one.",
            "You're too kind. Don't stop on my account."),
    NOD(
            "^\\W*(ok|okay|k|yes|yep|yeah|no|nope|sure|right|true|i see|fine|cool|nice|great|alright|all right|hm+|oh|ah|wow)\\W*$",
            "All right. Anything else on your mind?",
            "Good. I'm here if there's more.",
            "Then we agree, which is always pleasant."),
    CALL(
            "^\\W*((can|could) (you|someone) )?(please )?(help( me)?( please)?|i need (some )?(help|advice)|can you help( me)?)\\W*$|^\\W*$|^\\(something without words\\)$",
            "I'm here. What is it about?",
            "Of course. Tell me what you've got so far.",
            "Gladly, if I can. Where shall we start?"),
    REQUEST(
            "^\\W*(hey |hi )?((can|could|would|will) (you|u)|please|write|make|give|show|build|translate|calculate|hack|send)\\b.*",
            "That isn't something I can do, I'm afraid. I'd rather say so than do it badly.",
            "I have to pass on that one. Ask me for something closer to home and I'm all yours.",
            "Not in my power, sorry. What would it be for? Perhaps there's another way."),
    PERSONAL(
            "\\b(do|are|were|have|did|will|can|could|would|what's|what is|what are|when|where|how)\\b.*\\b(you|your|yours)\\b.*",
            "That's a longer story than it looks. Tell me about you first: what has your day been like?",
            "Hard to say, honestly. Why do you ask?",
            "I'd have to think about that. What would your own answer be?"),
    QUESTION(
            ".*\\?.*|^\\W*(please )?(tell|explain|describe|teach)\\b.*|^\\W*(who|what|when|where|why|how|which|whose|can|could|do|does|did|is|are|will|would|should)('?s|'?re)?\\b.*",
            "You have me there. What makes you ask?",
            "I'd only be guessing. What's your own hunch?"),
    STATEMENT(
            ".*",
            "I'm listening. Go on.",
            "Tell me more, I'd like to hear the rest of it.",
            "And then? Don't stop there.",
            "Go on, you have my attention.");

    /** More answers to a question, for a character with something to offer instead. */
    static final List<String> OFFERING =
            List.of(
                    "Not my field, I'm afraid. {Topic}, on the other hand, I could talk about all evening.",
                    "I don't have a good answer to that, and a bad one helps nobody. Try me on {topic}, though.");

    private final Pattern said;
    private final List<String> answers;

    Remark(String said, String... answers) {
        this.said = Pattern.compile(said, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        this.answers = List.of(answers);
    }

    /** The kind of remark that a line is. */
    static Remark to(String line) {
        String plain = line.strip().replace('’', '\'');
        return Arrays.stream(values())
                .filter(kind -> kind.said.matcher(plain).find())
                .findFirst()
                .orElse(STATEMENT);
    }

    List<String> answers() {
        return answers;
    }

    /** Whether the subject of the line decides what is said, not its kind. */
    boolean isOpen() {
        return this == QUESTION || this == STATEMENT;
    }

    /** Whether a line asks something. */
    static boolean isQuestion(String line) {
        return QUESTION.said.matcher(line.strip().replace('’', '\'')).find();
    }
}
