package dongtin.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-24T02:05:59Z | 9:05, 24/11/2026 | 2026-11-24T09:05:59+07:00",
                "2024-06-13T17:00:00Z | 14/6/2024 | 2024-06-14T00:00+07:00"
            })
    void timeIsThatOfVietnam(Instant time, String shown, String iso) {
        assertThat(new Moment(time).shown()).isEqualTo(shown);
        assertThat(new Moment(time).iso()).isEqualTo(iso);
    }
}
