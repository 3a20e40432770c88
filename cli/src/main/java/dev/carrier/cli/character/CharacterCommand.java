package dev.carrier.cli.character;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.town.Characters;
import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./carrier character}. */
@Command(
        name = "character",
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks through a character's file, or shows what is in it.")
public final class CharacterCommand implements Runnable {
    private final Carrier carrier;

    @Spec private CommandSpec spec = CommandSpec.create();

    /**
     * @param carrier gives the options that all commands have
     */
    public CharacterCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public void run() {
        spec.commandLine().usage(carrier.out());
    }

    /** {@code ./carrier character lint FILE…}. */
    @Command(
            name = "lint",
            description = {
                "Names what is wrong or odd in characters' files, with line, column and remedy.",
                "Exits 1 when one of them cannot be used, 0 when there are warnings at most."
            })
    int lint(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "Files, or folders of .json files.")
                    List<Path> files) {
        List<Path> all = new ArrayList<>();
        files.forEach(file -> all.addAll(found(file)));
        return new LintReport(carrier.out(), carrier.json()).of(all) ? 0 : 1;
    }

    /** {@code ./carrier character show FILE}. */
    @Command(
            name = "show",
            description = "Name, version, and what each part of a character costs in every prompt.")
    int show(
            @Parameters(
                            paramLabel = "FILE",
                            description = "A file, or the name of a character in characters/.")
                    String wanted) {
        CharacterFile file = Characters.one(carrier.settings().folder(), wanted);
        Costs costs = Costs.of(file.character());
        if (carrier.json()) {
            carrier.out().println(costs.json(file));
        } else {
            costs.print(file, carrier.out());
        }
        return 0;
    }

    private static List<Path> found(Path file) {
        if (Files.isRegularFile(file)) {
            return List.of(file);
        }
        if (!Files.isDirectory(file)) {
            throw new SetupProblem("there is no file " + file, "check the path");
        }
        try (Stream<Path> inside = Files.list(file)) {
            return inside.filter(one -> one.toString().endsWith(".json")).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException("the folder " + file + " cannot be read", problem);
        }
    }
}
