package dev.carrier.responder.publishing;

import dev.carrier.contracts.PostMedia;
import dev.carrier.responder.media.MediaHost;
import dev.carrier.responder.media.MediaProblem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Puts the files of a post where they can be fetched, all at once. */
final class Uploads {
    /** Left of the time that a record may be held, to say how far it is. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);

    private Uploads() {}

    /** A file of a post. */
    record One(PostMedia media, Path file) {}

    /** How it ended. */
    sealed interface Ending {
        /** All are there. */
        record Done(List<PostMedia> media) implements Ending {}

        /** Not all yet, for no other reason than their size. */
        record Unfinished(String far) implements Ending {}

        /** One could not be put there. */
        record Failed(MediaProblem problem) implements Ending {}
    }

    static Ending all(List<One> files, MediaHost host, Duration left) throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        long whole = files.stream().mapToLong(one -> one.media().bytes()).sum();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<PostMedia>> tasks = new ArrayList<>();
            for (One one : files) {
                tasks.add(() -> put(one, host, sent));
            }
            Duration time = left.minus(TO_ANSWER);
            List<Future<PostMedia>> ends =
                    threads.invokeAll(tasks, Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
            return ending(ends, sent.get(), whole);
        }
    }

    private static PostMedia put(One one, MediaHost host, AtomicLong sent)
            throws MediaProblem, InterruptedException {
        AtomicLong before = new AtomicLong();
        URI url =
                host.put(
                        one.file(),
                        one.media().file(),
                        (bytes, of) -> sent.addAndGet(bytes - before.getAndSet(bytes)));
        return one.media().at(url.toString());
    }

    private static Ending ending(List<Future<PostMedia>> ends, long sent, long whole)
            throws InterruptedException {
        List<PostMedia> media = new ArrayList<>();
        boolean unfinished = false;
        for (Future<PostMedia> end : ends) {
            try {
                media.add(end.get());
            } catch (CancellationException late) {
                unfinished = true;
            } catch (ExecutionException problem) {
                if (problem.getCause() instanceof MediaProblem said) {
                    return new Ending.Failed(said);
                }
                if (problem.getCause() instanceof RuntimeException bug) {
                    throw bug;
                }
                throw new IllegalStateException(problem.getCause());
            }
        }
        return unfinished
                ? new Ending.Unfinished(
                        "uploaded %d of %d MB, going on".formatted(sent >> 20, whole >> 20))
                : new Ending.Done(media);
    }
}
