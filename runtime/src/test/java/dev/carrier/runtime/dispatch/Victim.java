package dev.carrier.runtime.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.runtime.kafka.KafkaClients;
import java.io.FileOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A process with a dispatcher in it, to be killed. Writes down every call that it begins. */
final class Victim {
    private Victim() {}

    /** Arguments: bootstrap, name of the scene, file for the calls. */
    public static void main(String[] args) throws Exception {
        Scene scene = new Scene(args[0], 4, args[1]);
        try (FileOutputStream begun = new FileOutputStream(args[2], true)) {
            Echo echo =
                    new Echo(
                            scene.out(),
                            (text, _) -> {
                                begun.write((text + "\n").getBytes(UTF_8));
                                TimeUnit.MILLISECONDS.sleep(
                                        ThreadLocalRandom.current().nextInt(200, 3_000));
                                return "done";
                            });
            new Dispatcher(
                            scene.options("victim", Ordering.BY_KEY, 400),
                            new KafkaClients(args[0], Map.of()),
                            echo,
                            Clock.systemUTC())
                    .start();
            new CountDownLatch(1).await();
        }
    }

    static Process start(Scene scene, String bootstrap, String calls) throws Exception {
        return new ProcessBuilder(
                        List.of(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Victim.class.getName(),
                                bootstrap,
                                scene.name(),
                                calls))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
