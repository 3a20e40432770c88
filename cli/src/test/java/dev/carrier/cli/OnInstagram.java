package dev.carrier.cli;

import static org.awaitility.Awaitility.await;

import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.run.Progress;
import dev.carrier.cli.run.Running;
import dev.carrier.cli.town.Characters;
import dev.carrier.cli.town.Town;
import dev.carrier.cli.town.TownFile;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.settings.SettingsLoader;
import dev.carrier.sandbox.InstagramClient;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A Carrier that runs on the sandbox as {@code ./carrier up} does, with Ada on Instagram. */
final class OnInstagram implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Parts parts = new Parts();
    private final Town town;

    OnInstagram(Path data) throws InterruptedException {
        this.data = data;
        town =
                parts.add(
                        "sandbox",
                        Town.start(
                                0, "Café", "Mara", List.of(Characters.one(Path.of(".."), "ada"))));
        town.onInstagram("ada");
        // Calls half a second apart may arrive closer together; one too many costs a minute.
        town.client().instagram().set("conversationsPerSecond", 5);
        Map<String, String> own = new HashMap<>(town.settings());
        own.putAll(FreePorts.settings());
        own.put("data", data.toString());
        new TownFile(own, town.environment(Map.of())).write(data);
        Running running =
                Running.start(
                        SettingsLoader.parse("", town.environment(Map.of()), own).settings(),
                        parts,
                        Progress.QUIET);
        List<String> troubles = running.awaitReady(PATIENCE);
        if (!troubles.isEmpty()) {
            throw new IllegalStateException(troubles.toString());
        }
        town.webhook(running.webhook().orElseThrow());
    }

    InstagramClient instagram() {
        return town.client().instagram();
    }

    /** Ada's account. */
    InstagramClient.NewAccount ada() {
        return town.onInstagram().orElseThrow();
    }

    /** A person who has written to Ada, and was answered. */
    String acquainted(String name) {
        String person = instagram().person(name);
        instagram().dm(person, ada().id(), "Hello Ada, do bees sleep?");
        await().atMost(PATIENCE).until(() -> instagram().thread(ada().id(), person).size() > 1);
        return person;
    }

    /** What an operator types after {@code ./carrier instagram}. */
    Typed types(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "instagram";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--data";
        all[args.length + 2] = data.toString();
        return Typed.carrier(all);
    }

    /** A picture that Instagram takes. */
    static String picture(Path folder, String name, Color colour) throws IOException {
        var picture = new BufferedImage(1080, 1080, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(colour);
        brush.fillRect(0, 0, 1080, 1080);
        brush.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        return file.toString();
    }

    @Override
    public void close() {
        parts.close();
    }
}
