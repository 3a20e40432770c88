package dev.carrier.pipeline.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is too long for a chat is handed over as a file. */
class HandingTest {
    private static final int LIMIT = 2000;
    private static final String CODE = "int a = 1;\n".repeat(250).strip();

    @Test
    void whatFitsAFewMessagesIsSaid() {
        assertThat(handed("Hello.").files()).isEmpty();
        Intent.Speak long4 = handed("One sentence. ".repeat(500));
        assertThat(long4.files()).isEmpty();
        assertThat(long4.parts()).hasSize(4);
        assertThat(handed("Short:\n```java\nint a;\n```\n" + "Words. ".repeat(400)).files())
                .isEmpty();
    }

    @Test
    void longCodeIsAFileNamedByItsLanguageAndTheWordsAroundItAreSaid() {
        Intent.Speak speak = handed("Here it is:\n```python\n" + CODE + "\n```\nThat is all.");

        assertThat(speak.parts()).containsExactly("Here it is:\n\nThat is all.");
        assertThat(speak.files()).containsExactly(new TextFile("code.py", CODE + "\n"));
        assertThat(String.join("", speak.instead()))
                .startsWith("Here it is:")
                .contains("```python\nint a = 1;");
        assertThat(speak.instead()).allSatisfy(part -> assertThat(part).hasSizeLessThan(2001));
    }

    @Test
    void severalBlocksAreSeveralFilesAndCodeAloneStillSaysItsName() {
        Intent.Speak speak = handed("```java\n" + CODE + "\n```\n```\n" + CODE + "\n```");

        assertThat(speak.files())
                .extracting(TextFile::name)
                .containsExactly("code.java", "code-2.txt");
        assertThat(speak.parts()).containsExactly("`code.java`, `code-2.txt`");
    }

    @Test
    void aLongAnswerIsAFileBehindItsBeginning() {
        String whole = "The first of it. " + "And more of it follows here. ".repeat(600);
        Intent.Speak speak = handed(whole.strip());

        assertThat(speak.parts()).hasSize(1);
        assertThat(speak.parts().getFirst())
                .startsWith("The first of it.")
                .endsWith("…")
                .hasSizeLessThan(620);
        assertThat(speak.files()).containsExactly(new TextFile("answer.md", whole.strip() + "\n"));
        assertThat(speak.instead()).isEqualTo(Split.parts(whole, LIMIT));
    }

    private static Intent.Speak handed(String whole) {
        return Handing.of(whole, List.copyOf(Split.parts(whole, LIMIT)), LIMIT);
    }
}
