package dev.carrier.pipeline.provider.enclosure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches files from where the platform keeps them and from nowhere else: no other host, no
 * redirect, no more bytes than wanted, whatever the platform said of their number. Thread-safe.
 */
public final class FileClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final FileHosts hosts;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /** Nothing is asked yet. */
    public FileClient(FileHosts hosts) {
        this.hosts = hosts;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT)
                        .executor(threads)
                        .build();
    }

    /** A file that is on its way. */
    interface Coming {
        /** One that does not come. */
        static Coming not(String reason) {
            return new Coming() {
                @Override
                public Fetched within(Duration atMost) {
                    return new Fetched.Not(reason);
                }

                @Override
                public void drop() {
                    // Nothing is on its way.
                }
            };
        }

        /**
         * Waits for it, for so long at most, and breaks it off then.
         *
         * @throws InterruptedException at once when the work is to stop
         */
        Fetched within(Duration atMost) throws InterruptedException;

        /** Breaks it off; once it has come this is nothing. */
        void drop();
    }

    /** Begins to fetch a file of at most so many bytes. */
    Coming begin(String url, int mostBytes) {
        Optional<URI> uri = hosts.allowed(url);
        if (uri.isEmpty()) {
            return Coming.not("it is not where files are fetched from");
        }
        HttpRequest request = HttpRequest.newBuilder(uri.get()).GET().build();
        return new OnItsWay(
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes)));
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }

    private static Fetched read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            return new Fetched.Whole(response.body());
        }
        // Discord's addresses are signed and expire after a day:
        // https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
        String words =
                switch (status) {
                    case 403, 404, 410 -> "it is gone";
                    case 301, 302, 303, 307, 308 -> "it is said to be elsewhere";
                    default -> "it is not given out";
                };
        return new Fetched.Not(words + " (" + status + ")");
    }

    private static String why(ExecutionException problem) {
        Throwable cause = problem.getCause();
        String message = cause == null ? "" : String.valueOf(cause.getMessage());
        // The JDK has no type of its own for the limit.
        return cause instanceof IOException && message.contains("body exceeds capacity")
                ? "it is too large"
                : "it could not be fetched";
    }

    private record OnItsWay(CompletableFuture<HttpResponse<byte[]>> response) implements Coming {
        @Override
        public Fetched within(Duration atMost) throws InterruptedException {
            try {
                return read(response.get(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS));
            } catch (TimeoutException late) {
                return new Fetched.Not("it did not come in time");
            } catch (ExecutionException problem) {
                return new Fetched.Not(why(problem));
            } finally {
                drop();
            }
        }

        @Override
        public void drop() {
            response.cancel(true);
        }
    }
}
