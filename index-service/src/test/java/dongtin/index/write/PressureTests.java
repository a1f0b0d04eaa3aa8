package dongtin.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a node of 512 MB said to documents that it will never take, and what it says when it is busy. */
class PressureTests {

    @ParameterizedTest
    @CsvSource({
        "31457200,  31458932, 125834896, true", // more than all the room
        "10486000,  10487420,  41948848, true", // with what it takes while it comes in
        "10486000,  20975000,  41948848, false", // others take room as well
        "    5000,  50000000,   2000000, false",
        "    5000,         0,  51900000, true"
    })
    void rejectionIsForEverWhenNobodyElseTakesRoom(long own, long held, long operation, boolean never) {
        String rejected = "rejected execution of primary operation [coordinating_and_primary_bytes=%d, replica_bytes=0,"
                        .formatted(held)
                + " all_bytes=%d, primary_operation_bytes=%d, max_primary_bytes=51897958]".formatted(held, operation);
        assertThat(Pressure.neverFits(rejected, own)).isEqualTo(never);
    }

    @ParameterizedTest
    @CsvSource({
        "'Request contains an operation of size [31] bytes, which exceeds the maximum allowed limit of [30] bytes', true",
        "'rejected execution of replica operation [replica_bytes=9, replica_operation_bytes=31, max_replica_bytes=30]', true",
        "'rejected execution of replica operation [replica_bytes=29, replica_operation_bytes=2, max_replica_bytes=30]', false",
        "'rejected execution of org.elasticsearch.action.bulk on EsThreadPoolExecutor[queue capacity = 10000]', false",
        "'[parent] Data too large, data for [indices:data/write/bulk[s]] would be larger than the limit', false"
    })
    void otherAnswersSayItThemselves(String reason, boolean never) {
        assertThat(Pressure.neverFits(reason, 1)).isEqualTo(never);
    }
}
