package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1504206962",
                "1504206962000",
                "2017-08-31T19:16:02+0000",
                "2017-08-31T19:16:02+00:00",
                "2017-08-31T19:16:02Z",
                "2017-08-31T21:16:02+0200"
            })
    void everyFormOfATimeIsTheSameTime(String text) {
        assertThat(Nodes.time(text)).contains(Instant.parse("2017-08-31T19:16:02Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "99999999999999999999", "2017-08-31"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(Nodes.time(text)).isEmpty();
    }
}
