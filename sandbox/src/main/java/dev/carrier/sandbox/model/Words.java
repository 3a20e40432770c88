package dev.carrier.sandbox.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The words of a text that say what it is about: lower case, endings cut, and with them the idea
 * behind common words ("hello" and "hey" are both {@code ~greeting}). English only, like the
 * examples. Stateless.
 */
final class Words {
    private static final Pattern NOT_TALK =
            Pattern.compile("<[@#:a][^>]*>|https?://\\S+|\\{\\{\\w+}}");
    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{N}']+");

    /** Words that say little about the subject. */
    private static final Set<String> WEAK =
            Set.copyOf(
                    List.of(
                            ("a an the and or but if so to of in on at for with from by as is are was were be been am do does did"
                                            + " have has had i you he she it we they me my your his her its our their this that these"
                                            + " those there here what which who whom how why when where can could will would shall"
                                            + " should may might must not no yes just very really too also any some one all about"
                                            + " think know like want tell say said get got make made let go going go come thing stuff"
                                            + " please ok okay well oh um hm much many more most than then now today u ur im dont"
                                            + " help advice recommend suggest idea ideas time day way lot bit good great new big little people feel feeling start find need work works use used keep take give someone everyone everybody there's anybody anyone something anything up out over again still ever never only")
                                    .split(" ")));

    private static final Map<String, String> IDEAS =
            ideas(
                    "~greeting: hi hello hey hiya howdy greetings hullo",
                    "~farewell: bye goodbye goodnight cya farewell",
                    "~thanks: thanks thank thx ty",
                    "~joke: joke jokes pun puns",
                    "~low: sad depressed awful terrible horrible rough miserable",
                    "~favourite: favourite favorite best",
                    "~food: food eat eating hungry dinner lunch breakfast meal",
                    "~cook: cook cooking recipe dish",
                    "~book: book books read reading novel",
                    "~music: music song songs record album tune listen",
                    "~maths: math maths mathematics equation algebra geometry calculus",
                    "~plant: plant plants garden gardening seedling",
                    "~insect: bug bugs insect insects beetle");

    /**
     * Ideas that leave nothing of their words: it does not matter with which of them one greets.
     */
    private static final Set<String> ACTS = Set.of("~greeting", "~farewell", "~thanks", "~joke");

    private static final Pattern HOW_ARE_YOU =
            Pattern.compile(
                    "(?i)\\bhow('s| is| are|re)? (you|u|things|life|it going|your (day|night|evening|morning|week))\\b|\\bwhat'?s up\\b|\\bhow do you do\\b");
    private static final Pattern WHO_ARE_YOU =
            Pattern.compile(
                    "(?i)\\bwho (are|r) (you|u)\\b|\\btell (me|us) about yourself\\b|\\bwhat do you do\\b|\\bintroduce yourself\\b");

    private static final Pattern GREETING =
            Pattern.compile(
                    "(?i)\\bgood (morning|evening|afternoon|day)\\b|^\\W*(morning|evening|yo)\\W*$");
    private static final Pattern FAREWELL =
            Pattern.compile(
                    "(?i)\\bgood ?night\\b|\\bsleep well\\b|\\bsee (you|ya)\\b|\\b(have to|gotta|need to|must) (go|sleep)\\b|\\b(off|going) to bed\\b");
    private static final List<Map.Entry<String, Pattern>> PHRASES =
            List.of(
                    Map.entry("~howareyou", HOW_ARE_YOU),
                    Map.entry("~whoareyou", WHO_ARE_YOU),
                    Map.entry("~greeting", GREETING),
                    Map.entry("~farewell", FAREWELL));

    /**
     * A character's texts come with every prompt again; reading them is most of what an answer
     * costs.
     */
    private static final Map<String, List<String>> READ = new ConcurrentHashMap<>();

    private static final int MOST_READ = 20_000;

    private Words() {}

    /** The words in their order, repeated ones too. */
    static List<String> of(String text) {
        List<String> known = READ.get(text);
        if (known != null) {
            return known;
        }
        if (READ.size() > MOST_READ) {
            READ.clear();
        }
        List<String> words = List.copyOf(read(text));
        READ.put(text, words);
        return words;
    }

    private static List<String> read(String text) {
        var words = new ArrayList<String>();
        String talk = NOT_TALK.matcher(text.replace('’', '\'')).replaceAll(" ");
        for (var phrase : PHRASES) {
            var found = phrase.getValue().matcher(talk);
            if (found.find()) {
                words.add(phrase.getKey());
                talk = found.replaceAll(" ");
            }
        }
        for (String part : SPLIT.split(talk.toLowerCase(Locale.ROOT))) {
            String word = part.replaceFirst("('s|'re|'m|'ll|'ve|'d|n't|')$", "").replace("'", "");
            if (word.isEmpty()) {
                continue;
            }
            String idea = IDEAS.get(word);
            if (idea != null) {
                words.add(idea);
            }
            if (idea == null || !ACTS.contains(idea)) {
                words.add(WEAK.contains(word) ? word : stem(word));
            }
        }
        return words;
    }

    /** Whether a word says something about the subject. */
    static boolean tells(String word) {
        return word.length() > 1 && word.charAt(0) != '~' && !WEAK.contains(word);
    }

    private static String stem(String word) {
        if (word.length() > 5 && word.endsWith("ing")) {
            return word.substring(0, word.length() - 3);
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && (word.endsWith("ed") || word.endsWith("es"))) {
            return word.substring(0, word.length() - 2);
        }
        if (word.length() > 4 && word.endsWith("e")) {
            return word.substring(0, word.length() - 1);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return word.length() > 3 && plural ? word.substring(0, word.length() - 1) : word;
    }

    private static Map<String, String> ideas(String... lines) {
        var ideas = new HashMap<String, String>();
        for (String line : lines) {
            String[] parts = line.split(": ");
            for (String word : parts[1].split(" ")) {
                ideas.put(word, parts[0]);
            }
        }
        return Map.copyOf(ideas);
    }
}
