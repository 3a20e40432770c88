package dev.carrier.sandbox.media;

import dev.carrier.sandbox.orders.Effect;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Takes so many bytes, then no more. Used by one thread. */
final class Broken extends FilterOutputStream {
    private final Runnable then;
    private long left;

    /** Takes {@code bytes}, then does {@code then} before it breaks off. */
    Broken(OutputStream out, long bytes, Runnable then) {
        super(out);
        this.left = bytes;
        this.then = then;
    }

    /** There were more bytes than it takes. */
    static final class Off extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** How a transfer is to break, if an order says so. */
    static Optional<Effect.CutAfter> ordered(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.CutAfter.class::isInstance)
                .map(Effect.CutAfter.class::cast)
                .findFirst();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        var taken = (int) Math.min(left, length);
        out.write(from, offset, taken);
        left -= taken;
        if (taken < length) {
            out.flush();
            then.run();
            throw new Off();
        }
    }
}
