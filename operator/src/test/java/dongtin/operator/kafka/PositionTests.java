package dongtin.operator.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTests {

    @Test
    void isReadAsItIsWritten() {
        var position = new Position("wire.raw.v1-dlt", 3, 42);
        assertThat(position).hasToString("wire.raw.v1-dlt-3@42");
        assertThat(Position.parse("wire.raw.v1-dlt-3@42")).contains(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "@",
                "-3@42",
                "wire.raw.v1",
                "wire.raw.v1-3",
                "wire.raw.v1@42",
                "a-3@",
                "a-@4",
                "a-3@-4",
                "a-3@99999999999999999999",
                "a-9999999999@1"
            })
    void isReadFromNothingElse(String written) {
        assertThat(Position.parse(written)).isEmpty();
    }
}
