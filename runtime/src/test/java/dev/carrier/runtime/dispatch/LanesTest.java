package dev.carrier.runtime.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes<String> lanes = new Lanes<>(Ordering.BY_KEY);

    @Test
    void oneOfAKeyIsAtWorkAndTheOthersFollowInOrder() {
        assertThat(lanes.enter(key("cafe"), "first")).isTrue();
        assertThat(lanes.enter(key("cafe"), "second")).isFalse();
        assertThat(lanes.enter(key("cafe"), "third")).isFalse();

        assertThat(lanes.leave(key("cafe"))).contains("second");
        assertThat(lanes.leave(key("cafe"))).contains("third");
        assertThat(lanes.leave(key("cafe"))).isEmpty();
        assertThat(lanes.enter(key("cafe"), "fourth")).isTrue();
    }

    @Test
    void keysDoNotWaitForEachOther() {
        lanes.enter(key("cafe"), "slow");

        assertThat(lanes.enter(key("garden"), "quick")).isTrue();
    }

    @Test
    void whoeverWaitedIsForgottenWhenThePartitionGoes() {
        lanes.enter(key("cafe"), "first");
        lanes.enter(key("cafe"), "second");

        lanes.clear();

        assertThat(lanes.leave(key("cafe"))).isEmpty();
    }

    @Test
    void withoutOrderAllBeginAtOnce() {
        Lanes<String> free = new Lanes<>(Ordering.NONE);

        assertThat(free.enter(key("cafe"), "first")).isTrue();
        assertThat(free.enter(key("cafe"), "second")).isTrue();
        assertThat(free.leave(key("cafe"))).isEmpty();
    }

    private static ByteBuffer key(String name) {
        return ByteBuffer.wrap(name.getBytes(UTF_8));
    }
}
