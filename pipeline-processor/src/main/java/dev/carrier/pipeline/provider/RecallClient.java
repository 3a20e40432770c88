package dev.carrier.pipeline.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Unreadable;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Asks memory-service what was said before a step's window. A memory that is down, late or behind
 * never holds up a turn: the recollection is then empty and its note says why. Thread-safe.
 */
public final class RecallClient implements AutoCloseable {
    /** How long a turn waits for its recollection. */
    public static final Duration DEADLINE = Duration.ofMillis(300);

    private static final int LINES = 40;
    private static final int MOST_BYTES = 256 * 1024;

    private final URI recall;
    private final Duration deadline;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /**
     * @param memory where memory-service is, such as {@code http://127.0.0.1:7073}
     * @param deadline for the whole answer
     */
    public RecallClient(URI memory, Duration deadline) {
        this.recall = URI.create(memory.toString().replaceFirst("/+$", "") + "/recall");
        this.deadline = deadline;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(deadline)
                        .executor(threads)
                        .build();
    }

    /**
     * What memory gives for a step.
     *
     * @throws InterruptedException at once when the work is to stop
     */
    public Recollection recall(Step.Think step) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(recall + "?" + query(step))).build();
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            HttpResponse<byte[]> response = coming.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() == 200
                    ? Json.plain(Recollection.class, Json.parse(response.body()))
                    : Recollection.none("down");
        } catch (TimeoutException late) {
            return Recollection.none("late");
        } catch (ExecutionException | Unreadable problem) {
            return Recollection.none("down");
        } finally {
            coming.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }

    private static String query(Step.Think step) {
        List<String> fields = new ArrayList<>();
        fields.add("account=" + encoded(step.account().value()));
        fields.add("conversation=" + encoded(step.in().conversation().value()));
        if (!step.window().isEmpty()) {
            fields.add("before=" + encoded(step.window().getFirst().id().value()));
        }
        String people =
                step.addressers().stream().map(PersonId::value).collect(Collectors.joining(","));
        if (!people.isEmpty()) {
            fields.add("people=" + encoded(people));
        }
        fields.add("limit=" + LINES);
        return String.join("&", fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
