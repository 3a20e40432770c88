package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;

/** The book against sets of offsets, on random days with restarts in them. */
class OffsetBookModelTest {
    private static final int STEPS = 10_000;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    /** What the partition has, in order; the offsets between are markers or compacted. */
    private final TreeSet<Long> log = new TreeSet<>();

    private final Set<Long> finished = new HashSet<>();
    private final Set<Long> passed = new HashSet<>();
    private final List<Long> open = new ArrayList<>();
    private long end = random.nextInt(1000);
    private long position = end;
    private OffsetBook book = OffsetBook.unknown();

    @RepeatedTest(10)
    void neverForgetsNorInventsAnything() {
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4, 5, 6, 7 -> receive();
                case 8 -> holeAtTheEnd();
                case 9 -> {
                    if (random.nextInt(100) == 0) {
                        restart();
                    }
                }
                default -> finish();
            }
            if (step % 200 == 0) {
                check();
            }
        }
        check();
    }

    private void receive() {
        Long offset = log.ceiling(position);
        if (offset == null) {
            end += random.nextInt(10) == 0 ? 1 + random.nextInt(3_000) : 1 + random.nextInt(2);
            offset = end;
            log.add(offset);
        }
        if (!book.accepts(offset)) {
            assertThat(offset - book.contiguous())
                    .as(say())
                    .isGreaterThanOrEqualTo(OffsetBook.SPAN);
            return;
        }
        boolean todo = book.receive(offset);
        position = offset + 1;
        boolean settled =
                finished.contains(offset)
                        || (passed.contains(offset) && offset < book.contiguous());
        assertThat(todo).as("%s offset %s", say(), offset).isEqualTo(!settled);
        if (todo && random.nextInt(10) == 0) {
            book.pass(offset);
            passed.add(offset);
        } else if (todo) {
            passed.remove(offset);
            open.add(offset);
        }
    }

    private void holeAtTheEnd() {
        if (log.ceiling(position) == null && position > 0 && !log.isEmpty()) {
            end = Math.max(end, position);
            position = end + 1;
            book.advanceTo(position);
            end = position;
        }
    }

    private void finish() {
        if (!open.isEmpty()) {
            // The oldest one is slow.
            int which = random.nextInt(open.size());
            if (which == 0 && random.nextInt(50) != 0) {
                return;
            }
            long offset = open.remove(which);
            book.finish(offset);
            finished.add(offset);
        }
    }

    private void restart() {
        if (book.contiguous() < 0) {
            return;
        }
        String text = BitmapCodec.encode(book.beyond());
        assertThat(text.length()).as(say()).isLessThanOrEqualTo(4096);
        book = OffsetBook.restored(book.contiguous(), BitmapCodec.decode(text));
        position = book.contiguous();
        open.clear();
    }

    private void check() {
        if (log.isEmpty()) {
            return;
        }
        long contiguous = book.contiguous();
        BitSet beyond = book.beyond();
        assertThat(beyond.get(0)).as(say()).isFalse();
        for (long offset : log.headSet(contiguous)) {
            assertThat(finished.contains(offset) || passed.contains(offset))
                    .as("%s offset %s below %s", say(), offset, contiguous)
                    .isTrue();
        }
        for (long offset : log.tailSet(contiguous)) {
            assertThat(beyond.get((int) (offset - contiguous)))
                    .as("%s offset %s beyond %s", say(), offset, contiguous)
                    .isEqualTo(finished.contains(offset));
        }
    }

    private String say() {
        return "seed " + seed;
    }
}
