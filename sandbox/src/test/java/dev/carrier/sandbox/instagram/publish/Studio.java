package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.media.MediaHost;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/** A sandbox with a media host, on which files lie, and an account that publishes them. */
final class Studio implements AutoCloseable {
    final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    final SandboxClient client = new SandboxClient(sandbox.base());
    final InstagramClient instagram = client.instagram();
    final MediaHost host = client.media().host();

    Studio() {
        instagram.set("imageProcessing", Duration.ZERO);
        instagram.set("videoProcessing", Duration.ZERO);
    }

    /** A new account, and its API. */
    Publisher publisher(String username) {
        var account = instagram.account(username);
        return new Publisher(
                account.id(), new Api(sandbox.instagramApi(), account.id(), account.token()));
    }

    record Publisher(String id, Api api) {}

    /** The address of a file on the host with these bytes. */
    String file(String name, byte[] bytes) throws IOException {
        Files.write(host.folder().resolve(name), bytes);
        return host.url().resolve(name).toString();
    }

    /** The address of a good image. */
    String image() throws IOException {
        return file("good.jpg", Pictures.jpeg(400, 400));
    }

    /** The parameters of a good image. */
    Map<String, String> picture(String caption) throws IOException {
        return Map.of("image_url", image(), "caption", caption);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
