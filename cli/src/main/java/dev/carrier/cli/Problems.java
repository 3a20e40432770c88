package dev.carrier.cli;

import dev.carrier.embedded.EmbeddedException;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.runtime.Nearest;
import dev.carrier.runtime.SetupProblem;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What goes wrong becomes one sentence on standard error and an exit code. */
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    /** Something went wrong. */
    static final int WRONG = 1;

    /** Something has to be put right first. */
    static final int SETUP = 2;

    private Problems() {}

    /** A command line that cannot be understood. */
    static int misspelt(ParameterException problem, String[] args) {
        CommandLine line = problem.getCommandLine();
        String sentence = problem.getMessage();
        if (problem instanceof UnmatchedArgumentException unmatched) {
            sentence = unknown(line, unmatched.getUnmatched().getFirst());
        }
        return say(line, sentence + " (" + help(line) + " tells more)");
    }

    /** A command that threw. */
    static int failed(Exception problem, CommandLine line, ParseResult parsed) {
        return switch (problem) {
            case SetupProblem setup -> say(line, setup.getMessage());
            case EmbeddedException embedded -> say(line, String.valueOf(embedded.getMessage()));
            case GraphProblem graph -> {
                say(line, graph.error().sentence());
                yield WRONG;
            }
            case InterruptedException _ -> {
                Thread.currentThread().interrupt();
                yield WRONG;
            }
            default -> {
                log.atError().setCause(problem).log("a bug, or a part that failed");
                line.getErr()
                        .println("carrier: something failed: " + problem + " (the log has more)");
                line.getErr().flush();
                yield WRONG;
            }
        };
    }

    private static int say(CommandLine line, String sentence) {
        line.getErr().println("carrier: " + sentence);
        line.getErr().flush();
        return SETUP;
    }

    private static String unknown(CommandLine line, String written) {
        if (written.startsWith("-")) {
            List<String> known =
                    line.getCommandSpec().options().stream()
                            .flatMap(option -> Stream.of(option.names()))
                            .toList();
            return "there is no option '" + written + "'" + Nearest.hint(written, known);
        }
        var known = line.getSubcommands().keySet();
        return known.isEmpty()
                ? line.getCommandName() + " takes no '" + written + "'"
                : "there is no command '" + written + "'" + Nearest.hint(written, known);
    }

    private static String help(CommandLine line) {
        return "./" + line.getCommandSpec().qualifiedName() + " --help";
    }
}
