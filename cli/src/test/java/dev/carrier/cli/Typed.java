package dev.carrier.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/** What a person types, and what they see. */
record Typed(int code, String out, String err) {

    static Typed carrier(String... args) {
        return carrier(Map.of(), args);
    }

    static Typed carrier(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Carrier.commandLine(environment);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(args);
        return new Typed(code, out.toString(), err.toString());
    }
}
