package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTests {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00+07:00",
        "2026-03-02T09:00:00+0700",
        "2026-03-02T09:00:00+07",
        "2026-03-02T09:00",
        "2026-03-02T02:00:00.000Z",
        "20260302T090000+0700",
        "20260302T090000+07:00",
        "20260302T0900+07",
        "20260302T020000Z",
        "20260302T090000",
        "' 2026-03-02T02:00:00Z\n'"
    })
    void sameMomentIsReadHoweverItIsWritten(String text) {
        assertThat(WireTime.read(text, HANOI)).isEqualTo(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "20260231T090000Z", "2026-03-02", "20260302T090000+07000", "99990302T090000Z"})
    void whatCanNotBeReadIsNothing(String text) {
        assertThat(WireTime.read(text, HANOI)).isNull();
    }
}
