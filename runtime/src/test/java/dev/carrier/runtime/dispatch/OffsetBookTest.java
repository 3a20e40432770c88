package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class OffsetBookTest {
    @Test
    void beginsWithTheFirstRecordWhenNothingWasCommitted() {
        OffsetBook book = OffsetBook.unknown();

        assertThat(book.receive(700)).isTrue();

        assertThat(book.contiguous()).isEqualTo(700);
    }

    @Test
    void whatIsFinishedOutOfOrderStandsBeyondTheContiguousOffset() {
        OffsetBook book = of(10, 11, 12, 13);

        book.finish(11);
        book.finish(13);

        assertThat(book.contiguous()).isEqualTo(10);
        assertThat(book.beyond()).isEqualTo(bits(1, 3));
    }

    @Test
    void theContiguousOffsetMovesOverAllThatIsFinished() {
        OffsetBook book = of(10, 11, 12, 13);
        book.finish(11);
        book.finish(13);

        book.finish(10);

        assertThat(book.contiguous()).isEqualTo(12);
        assertThat(book.beyond()).isEqualTo(bits(1));
    }

    @Test
    void markersAndHolesCountAsFinished() {
        OffsetBook book = of(10, 15);

        book.finish(10);

        assertThat(book.contiguous()).isEqualTo(15);
    }

    @Test
    void holesBehindAnOpenRecordStandBeyondIt() {
        OffsetBook book = of(10, 15);

        assertThat(book.beyond()).isEqualTo(bits(1, 2, 3, 4));
    }

    @Test
    void aMarkerAtTheEndIsFinishedToo() {
        OffsetBook book = of(10);
        book.finish(10);

        book.advanceTo(12);

        assertThat(book.contiguous()).isEqualTo(12);
    }

    @Test
    void afterARestartOnlyTheUnfinishedIsWorkedOn() {
        OffsetBook book = OffsetBook.restored(10, bits(1, 3));

        assertThat(book.receive(10)).isTrue();
        assertThat(book.receive(11)).isFalse();
        assertThat(book.receive(12)).isTrue();
        assertThat(book.receive(13)).isFalse();
        assertThat(book.receive(14)).isTrue();
    }

    @Test
    void whatWasFinishedBeforeARestartIsStillKnownBeforeItIsSeenAgain() {
        OffsetBook book = OffsetBook.restored(10, bits(1, 3));

        book.receive(10);
        book.finish(10);

        assertThat(book.contiguous()).isEqualTo(12);
        assertThat(book.beyond()).isEqualTo(bits(1));
    }

    @Test
    void whatOnlyPassedIsSeenAgainAfterARestartWhileAnEarlierRecordIsOpen() {
        OffsetBook book = of(10, 11, 12);

        book.pass(11);

        assertThat(book.beyond()).isEqualTo(bits());
        book.finish(10);
        assertThat(book.contiguous()).isEqualTo(12);
    }

    @Test
    void takesNoRecordSoFarBeyondAnOpenOneThatItsBitWouldNotFit() {
        OffsetBook book = of(10);

        assertThat(book.accepts(10 + OffsetBook.SPAN - 1)).isTrue();
        assertThat(book.accepts(10 + OffsetBook.SPAN)).isFalse();
    }

    @Test
    void leapsOverAnyGapWhenNothingIsOpen() {
        OffsetBook book = of(10);
        book.finish(10);

        assertThat(book.accepts(90_000_000_000L)).isTrue();
        assertThat(book.receive(90_000_000_000L)).isTrue();
        assertThat(book.contiguous()).isEqualTo(90_000_000_000L);
    }

    @Test
    void aRecordThatWasReceivedIsBehind() {
        OffsetBook book = of(10);

        assertThat(book.isBehind(10)).isTrue();
        assertThat(book.isBehind(11)).isFalse();
        assertThatThrownBy(() -> book.receive(10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasSomethingToCommitOnlyWhenSomethingWasFinished() {
        OffsetBook book = OffsetBook.restored(10, bits());
        book.receive(10);
        long before = book.version();

        book.finish(10);
        long after = book.version();
        book.finish(10);

        assertThat(before).isZero();
        assertThat(after).isNotZero().isEqualTo(book.version());
    }

    private static OffsetBook of(long... offsets) {
        OffsetBook book = OffsetBook.unknown();
        for (long offset : offsets) {
            book.receive(offset);
        }
        return book;
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
