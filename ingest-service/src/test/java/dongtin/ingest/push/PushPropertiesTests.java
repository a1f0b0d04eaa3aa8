package dongtin.ingest.push;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dongtin.ingest.raw.IntakeProperties;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PushPropertiesTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void bodiesInFlightMustHoldTheLargestMessageSeveralTimes() {
        var properties = new PushProperties(DataSize.ofMegabytes(47), MINUTE, MINUTE);

        assertThatThrownBy(() -> properties.inFlightFor(new IntakeProperties(DataSize.ofMegabytes(8), 10)))
                .hasMessageStartingWith("dongtin.ingest.push.in-flight is ")
                .hasMessageContaining("less than 6 messages of dongtin.ingest.intake.max-body");
    }

    @Test
    void timesMustBePositive() {
        assertThatThrownBy(() -> new PushProperties(DataSize.ofMegabytes(48), Duration.ZERO, MINUTE))
                .hasMessageStartingWith("dongtin.ingest.push.body-timeout is PT0S");
        assertThatThrownBy(() -> new PushProperties(DataSize.ofMegabytes(48), MINUTE, Duration.ofSeconds(-1)))
                .hasMessageStartingWith("dongtin.ingest.push.keep-answers is PT-1S");
    }
}
