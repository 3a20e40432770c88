package dev.carrier.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;

/** A second JVM that runs the servers on a folder until it is killed. */
final class OtherJvm implements AutoCloseable {
    private final Process process;
    private final String kafka;
    private final long redisPid;

    private OtherJvm(Process process, String kafka, long redisPid) {
        this.process = process;
        this.kafka = kafka;
        this.redisPid = redisPid;
    }

    static OtherJvm runningServersOn(Path data) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var process =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-Xmx256m",
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        classes,
                                        OtherJvm.class.getName(),
                                        data.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var line = lines.readLine();
        while (line != null && !line.startsWith("ready ")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the other JVM ended before its servers ran");
        }
        var words = line.split(" ");
        return new OtherJvm(process, words[1], Long.parseLong(words[2]));
    }

    /** What the other JVM does. */
    static void main(String[] arguments) throws Exception {
        var servers = EmbeddedServers.start(EmbeddedOptions.in(Path.of(arguments[0])));
        System.out.println("ready " + servers.kafka().bootstrap() + " " + servers.redis().pid());
        Thread.currentThread().join();
    }

    long pid() {
        return process.pid();
    }

    String kafka() {
        return kafka;
    }

    ProcessHandle redis() {
        return ProcessHandle.of(redisPid).orElseThrow();
    }

    /** As kill -9 does: nothing in it runs any more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
