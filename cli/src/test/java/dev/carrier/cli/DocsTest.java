package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.pipeline.character.Lint;
import dev.carrier.runtime.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * What the pages say that one can check: commands, links, tests, and the examples in the README.
 */
class DocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");
    private static final Pattern COMMAND =
            Pattern.compile("\\./carrier ([a-z][a-z-]*)(?: ([a-z][a-z-]*)\\b)?");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)[^)]*\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))\\b");

    private static final List<Path> files = new ArrayList<>();

    @TempDir Path folder;

    @BeforeAll
    static void lookAround() throws IOException {
        Files.walkFileTree(
                ROOT,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes how) {
                        return NOT_OURS.contains(at.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes how) {
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    @Test
    void everyCommandThatAPageNamesIsThere() throws IOException {
        Map<String, CommandLine> commands = Carrier.commandLine(Map.of()).getSubcommands();
        for (Path page : pages()) {
            var matcher = COMMAND.matcher(Files.readString(page));
            while (matcher.find()) {
                assertThat(commands)
                        .as("%s in %s", matcher.group(), page)
                        .containsKey(matcher.group(1));
                var inner = commands.get(matcher.group(1)).getSubcommands();
                if (!inner.isEmpty() && matcher.group(2) != null) {
                    assertThat(inner)
                            .as("%s in %s", matcher.group(), page)
                            .containsKey(matcher.group(2));
                }
            }
        }
    }

    @Test
    void everyCommandIsInTheReadme() throws IOException {
        String readme = readme();

        assertThat(Carrier.commandLine(Map.of()).getSubcommands().keySet())
                .allSatisfy(command -> assertThat(readme).contains("./carrier " + command));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : pages()) {
            var matcher = LINK.matcher(Files.readString(page));
            while (matcher.find()) {
                if (!matcher.group(1).matches("[a-z]+:.*")) {
                    assertThat(page.resolveSibling(matcher.group(1))).as("in %s", page).exists();
                }
            }
        }
    }

    @Test
    void everyTestThatAPageNamesIsThere() throws IOException {
        Set<String> there = new TreeSet<>();
        files.forEach(file -> there.add(file.getFileName().toString()));
        for (Path page : pages()) {
            var matcher = TEST.matcher(Files.readString(page));
            while (matcher.find()) {
                assertThat(there.contains(matcher.group(1) + ".java"))
                        .as("%s in %s", matcher.group(1), page)
                        .isTrue();
            }
        }
    }

    @Test
    void theCharacterInTheReadmeHasNothingToBeWarnedOf() throws IOException {
        Path file = Files.writeString(folder.resolve("bram.json"), block("json"));

        assertThat(Lint.of(file)).isEmpty();
        assertThat(CharacterFile.load(file).character().examples()).hasSize(2);
    }

    @Test
    void theSettingsInTheReadmeCanBeUsed() throws IOException {
        var settings = SettingsLoader.parse(block("yaml"), Map.of(), Map.of()).settings();

        assertThat(settings.accounts()).hasSize(1);
    }

    @Test
    void theRulesInTheReadmeCanBeUsed() throws IOException {
        String readme = readme();
        int from = readme.indexOf("```yaml\npolicy:");
        String rules = readme.substring(from + "```yaml\n".length());
        String models = "models: { main: { model: m }, large: { model: l } }\n";

        var settings =
                SettingsLoader.parse(
                                models + rules.substring(0, rules.indexOf("```")),
                                Map.of(),
                                Map.of())
                        .settings();

        assertThat(settings.policy().rules()).hasSize(5);
    }

    /** The first block of a language in the README, without its indentation. */
    private static String block(String language) throws IOException {
        var matcher =
                Pattern.compile("(?ms)^( *)```" + language + "\\n(.*?)^ *```").matcher(readme());
        assertThat(matcher.find()).as(language).isTrue();
        return matcher.group(2).replaceAll("(?m)^" + matcher.group(1), "");
    }

    private static List<Path> pages() {
        return files.stream().filter(file -> file.toString().endsWith(".md")).toList();
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
