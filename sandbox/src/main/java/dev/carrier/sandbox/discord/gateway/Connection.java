package dev.carrier.sandbox.discord.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One WebSocket connection. What is sent goes out in order from a virtual thread of its own, what
 * comes in is handled in order on another. Its state is guarded by the world's monitor.
 */
final class Connection {
    private static final int NORMAL = 1000;

    private final Session socket;
    private final Optional<Deflater> deflater;
    private final ExecutorService out =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final ExecutorService in =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    Optional<GatewaySession> session = Optional.empty();
    volatile boolean deaf;
    volatile boolean frozen;
    volatile boolean over;
    volatile long heardAt = System.nanoTime();
    private int received;
    private long windowFrom = System.nanoTime();

    Connection(Session socket, boolean compressed) {
        this.socket = socket;
        this.deflater = compressed ? Optional.of(new Deflater()) : Optional.empty();
    }

    /** Handles something that came in after everything that came before. */
    void handle(Runnable work) {
        if (!in.isShutdown()) {
            in.execute(work);
        }
    }

    /**
     * Counts a message of the client.
     * https://docs.discord.com/developers/events/gateway#rate-limiting: 120 a minute.
     */
    boolean tooMany() {
        var now = System.nanoTime();
        if (now - windowFrom > 60_000_000_000L) {
            windowFrom = now;
            received = 0;
        }
        return ++received > 120;
    }

    /** Sends {@code frame} after everything before. */
    void send(String frame) {
        later(() -> write(frame));
    }

    /** Runs {@code work} after everything before is sent, and before anything that follows. */
    void later(Runnable work) {
        if (!out.isShutdown()) {
            out.execute(work);
        }
    }

    private void write(String frame) {
        if (over || frozen) {
            return;
        }
        var done = new Callback.Completable();
        if (deflater.isPresent()) {
            socket.sendBinary(deflated(deflater.get(), frame), done);
        } else {
            socket.sendText(frame, done);
        }
        try {
            done.join();
        } catch (CompletionException e) {
            // The connection broke; its session may be resumed, and the end is noticed where it is
            // read.
            over = true;
        }
    }

    /**
     * https://docs.discord.com/developers/events/gateway#transport-compression: one stream for the
     * whole connection.
     */
    private static ByteBuffer deflated(Deflater deflater, String frame) {
        deflater.setInput(frame.getBytes(StandardCharsets.UTF_8));
        var bytes = new ByteArrayOutputStream(frame.length());
        var chunk = new byte[8192];
        int count;
        do {
            count = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
            bytes.write(chunk, 0, count);
        } while (count == chunk.length);
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** Sends what was to be sent, then a close frame. */
    void close(int code, String reason) {
        later(() -> {
            over = true;
            socket.close(code, reason, Callback.NOOP);
        });
    }

    /** Ends the TCP connection at once, without a close frame; what was to be sent is not. */
    void cut() {
        over = true;
        socket.disconnect();
    }

    /** Lets go the threads. */
    void ended() {
        over = true;
        deflater.ifPresent(d -> later(d::end));
        in.shutdown();
        out.shutdown();
    }

    /** Whether a client that closes with {@code code} gives up its session. */
    static boolean givesUp(int code) {
        return code == NORMAL || code == NORMAL + 1;
    }
}
