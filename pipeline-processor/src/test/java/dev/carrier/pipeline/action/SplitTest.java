package dev.carrier.pipeline.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A long answer becomes parts that each stand for themselves. */
class SplitTest {
    private static final int LIMIT = 2000;

    private static List<String> parts(String text) {
        return Split.parts(text, LIMIT);
    }

    @Test
    void aShortTextStaysAsItIs() {
        assertThat(parts("Hello!\n\nHow are you?")).containsExactly("Hello!\n\nHow are you?");
    }

    @Test
    void paragraphsAreKeptTogether() {
        String first = "One sentence. ".repeat(100).strip();
        String second = "Another line.\n".repeat(100).strip();
        assertThat(parts(first + "\n\n" + second)).containsExactly(first, second);
    }

    @Test
    void withoutParagraphsLinesThenSentencesThenWordsAreKept() {
        String line = "x".repeat(1500);
        assertThat(parts(line + "\n" + line)).containsExactly(line, line);
        String sentence = "y ".repeat(700) + "end.";
        assertThat(parts(sentence + " " + sentence)).containsExactly(sentence, sentence);
        assertThat(parts("word ".repeat(1000)))
                .allSatisfy(part -> assertThat(part).startsWith("word").endsWith("word"));
    }

    @Test
    void codeIsClosedAndOpenedAgainWithItsLanguage() {
        String code = "int a = 1;\n".repeat(300);
        List<String> parts = parts("Look:\n```java\n" + code + "```\nThat is all.");

        assertThat(parts).hasSize(2);
        assertThat(parts.get(0)).startsWith("Look:\n```java\nint a").endsWith("int a = 1;\n```");
        assertThat(parts.get(1)).startsWith("```java\nint a = 1;").endsWith("```\nThat is all.");
        assertThat(count(parts, "int a = 1;")).isEqualTo(300);
    }

    @Test
    void aFenceThatEndsWhereThePartEndsIsNotOpenedAgain() {
        String code = "0123456789\n".repeat(180);
        List<String> parts = parts("```\n" + code + "```\n\n" + "after ".repeat(100));
        assertThat(parts.get(0)).endsWith("0123456789\n```");
        assertThat(parts.get(1)).startsWith("after");
    }

    @Test
    void aSmallBlockIsNotTornWhenItFitsTheNextPart() {
        String talk = "A sentence of words. ".repeat(90).strip();
        String block = "```sh\n" + "make everything again\n".repeat(8) + "```";
        List<String> parts = parts(talk + "\n\n" + block + "\n\n" + talk);
        assertThat(parts.get(0)).isEqualTo(talk);
        assertThat(parts.get(1)).startsWith(block + "\n\nA sentence of words.");
    }

    @Test
    void aNumberInAListStaysWithItsText() {
        String filler = "f".repeat(1990);
        assertThat(parts(filler + "\n12. twelfth point of the list"))
                .containsExactly(filler, "12. twelfth point of the list");
        String words = "w ".repeat(997).strip();
        for (String part : parts(words + " 3.5 litres and more words")) {
            assertThat(part).doesNotEndWith("3.");
        }
    }

    @Test
    void aCharacterThatPeopleSeeAsOneIsNeverTorn() {
        String family = "👨‍👩‍👧‍👦";
        List<String> parts = parts(family.repeat(500));
        assertThat(String.join("", parts)).isEqualTo(family.repeat(500));
        assertThat(parts).allSatisfy(part -> assertThat(part.length() % family.length()).isZero());
    }

    @Test
    void randomTextsKeepTheirWordsTheirFencesAndTheirCharacters() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String text = text(random);
            int limit = 100 + random.nextInt(500);
            List<String> parts = Split.parts(text, limit);
            String where = "seed " + seed;

            assertThat(parts)
                    .as(where)
                    .allSatisfy(part -> {
                        assertThat(part.length()).isLessThanOrEqualTo(limit);
                        assertThat(part).isNotBlank();
                        assertThat(count(List.of(part), "```") % 2).isZero();
                        assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
                        assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1)))
                                .isFalse();
                    });
            assertThat(visible(String.join("\n", parts))).as(where).isEqualTo(visible(text));
            assertThat(characters(String.join("\n", parts))).as(where).isEqualTo(characters(text));
        }
    }

    /** Everything but white space and fences, which splitting may add. */
    private static String visible(String text) {
        return text.replaceAll("```(java|sh)?\\n?", "").replaceAll("\\s+", "");
    }

    /** How many characters people see, white space and fences apart. */
    private static int characters(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(visible(text));
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int blocks = 1 + random.nextInt(12);
        for (int block = 0; block < blocks; block++) {
            switch (random.nextInt(5)) {
                case 0 -> code(text, random);
                case 1 -> text.append("x".repeat(random.nextInt(900))).append('\n');
                case 2 -> text.append("👩‍🚀é🇵🇹".repeat(random.nextInt(60))).append("\n\n");
                case 3 -> {
                    for (int item = 1; item < random.nextInt(30); item++) {
                        text.append(item).append(". a point\n");
                    }
                }
                default ->
                        text.append("Some words here. ".repeat(random.nextInt(60))).append("\n\n");
            }
        }
        return text.append("end").toString();
    }

    private static void code(StringBuilder text, Random random) {
        text.append("```").append(random.nextBoolean() ? "java" : "sh").append('\n');
        for (int line = 0; line < 1 + random.nextInt(60); line++) {
            text.append("call(").append(random.nextInt()).append(");\n");
        }
        text.append("```\n");
    }

    private static int count(List<String> parts, String what) {
        int count = 0;
        for (String part : parts) {
            for (int at = part.indexOf(what); at >= 0; at = part.indexOf(what, at + 1)) {
                count++;
            }
        }
        return count;
    }
}
