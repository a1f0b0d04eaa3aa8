package dongtin.operator.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointInTimeTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T08:30, 2026-11-25T01:30:00Z",
        "2026-11-25T08:30:05.5, 2026-11-25T01:30:05.500Z",
        "2026-11-25, 2026-11-24T17:00:00Z",
        "2026-11-25T01:30:00Z, 2026-11-25T01:30:00Z",
        "2026-11-25T01:30:00+07:00, 2026-11-24T18:30:00Z",
        "90s, 2026-11-25T01:58:30Z",
        "15m, 2026-11-25T01:45:00Z",
        "2h, 2026-11-25T00:00:00Z",
        "7D, 2026-11-18T02:00:00Z",
    })
    void isReadInTheOperatorsZone(String typed, Instant time) {
        assertThat(PointInTime.parse(typed, ZONE, NOW)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "12", "2026-13-01", "8:30", "9999999999d", "-5m", "2026-11-25T25:00"})
    void whatIsNoTimeIsToldWithTheFormsThatAre(String typed) {
        assertThatThrownBy(() -> PointInTime.parse(typed, ZONE, NOW))
                .isInstanceOf(DateTimeException.class)
                .hasMessageStartingWith(typed + " is no time; write 2026-11-25T08:30");
    }
}
