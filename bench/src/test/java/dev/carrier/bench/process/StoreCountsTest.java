package dev.carrier.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreCountsTest {
    private static final String BEFORE =
            """
            # Stats\r
            total_reads_processed:100\r
            total_writes_processed:90\r
            # Commandstats\r
            cmdstat_get:calls=10,usec=20,usec_per_call=2.00,rejected_calls=0,failed_calls=0\r
            cmdstat_info:calls=1,usec=20,usec_per_call=2.00,rejected_calls=0,failed_calls=0\r
            """;

    private static final String AFTER =
            """
            # Stats\r
            total_reads_processed:160\r
            # Commandstats\r
            cmdstat_get:calls=30,usec=60,usec_per_call=2.00,rejected_calls=0,failed_calls=0\r
            cmdstat_evalsha:calls=40,usec=60,usec_per_call=2.00,rejected_calls=0,failed_calls=0\r
            cmdstat_client|setinfo:calls=8,usec=60,usec_per_call=2.00\r
            cmdstat_ping:calls=9,usec=60,usec_per_call=2.00\r
            cmdstat_info:calls=2,usec=20,usec_per_call=2.00\r
            """;

    @Test
    void whatWasDoneMeanwhileIsTheDifference() {
        StoreCounts since = StoreCounts.of(AFTER).since(StoreCounts.of(BEFORE));

        assertThat(since.reads()).isEqualTo(60);
        assertThat(since.commands()).containsOnlyKeys("get", "evalsha");
        assertThat(since.calls()).isEqualTo(60);
    }

    @Test
    void whoLooksOnAndWhoConnectsIsNotCounted() {
        assertThat(StoreCounts.of(AFTER).commands()).containsOnlyKeys("get", "evalsha");
    }

    @Test
    void theMostCalledComeFirstByMessage() {
        assertThat(StoreCounts.of(AFTER).most(10)).isEqualTo("evalsha 4.0, get 3.0");
    }
}
