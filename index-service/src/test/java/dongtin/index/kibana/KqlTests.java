package dongtin.index.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KqlTests {

    @Test
    void andBindsMoreThanOr() {
        Kql.Parsed parsed = Kql.parse("a.b: (x or y) or c: * and not d > now");

        assertThat(parsed.fields()).containsExactly("a.b", "c", "d");
        assertThat(parsed.query().toString()).isEqualTo("""
                        {"bool":{"should":[\
                        {"bool":{"should":[{"match":{"a.b":"x"}},{"match":{"a.b":"y"}}]}},\
                        {"bool":{"filter":[{"exists":{"field":"c"}},\
                        {"bool":{"must_not":[{"range":{"d":{"gt":"now"}}}]}}]}}]}}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:", "a: b c: d", "(a: b", "a: (b or", "a: \"b\"", "a: b)", "a: {b: c}", "and: b"})
    void whatIsNotUnderstoodIsAnError(String kql) {
        assertThatThrownBy(() -> Kql.parse(kql)).isInstanceOf(IllegalArgumentException.class);
    }
}
