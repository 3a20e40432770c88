package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BitmapCodecTest {
    private static final int BROKER_KEEPS = 4096;

    @Test
    void nothingIsAnEmptyText() {
        assertThat(BitmapCodec.encode(new BitSet())).isEmpty();
        assertThat(BitmapCodec.decode("")).isEqualTo(new BitSet());
    }

    @RepeatedTest(20)
    void anyBitsOfTheWholeSpanFitABrokerAndComeBack() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        double density = random.nextDouble();
        BitSet bits = new BitSet();
        for (int bit = 1; bit <= OffsetBook.SPAN; bit++) {
            bits.set(bit, random.nextDouble() < density);
        }

        String text = BitmapCodec.encode(bits);

        assertThat(text.length()).as("seed %s", seed).isLessThanOrEqualTo(BROKER_KEEPS);
        assertThat(BitmapCodec.decode(text)).as("seed %s", seed).isEqualTo(bits);
    }

    @Test
    void aFewCallsInFlightAmongManyFinishedTakeFewBytes() {
        BitSet bits = new BitSet();
        bits.set(1, OffsetBook.SPAN);
        for (int open = 7; open < OffsetBook.SPAN; open += 2_000) {
            bits.clear(open);
        }

        assertThat(BitmapCodec.encode(bits).length()).isLessThan(200);
    }

    @Test
    void aTextOfAnotherToolIsRefused() {
        assertThatThrownBy(() -> BitmapCodec.decode("host-7"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BitmapCodec.decode("carrier1:!!!"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BitmapCodec.decode("carrier1:7YEBAQAAAICQ"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
