package dongtin.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedReasonTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            neither a headline nor a body | neither a headline nor a body
            Unrecognized token 'mật': was expecting a value | Unrecognized token '…': was expecting a value
            no RawItem: from String "mật": not one of | no RawItem: from String "…": not one of
            Preview of field's value: 'tin 'mật' chưa công bố' | Preview of field's value: '…'
            field's value: 'mật, and no end | field's value: '…
            failed to parse field [received] of type [date] | failed to parse field [received] of type [date]
            failed to parse [tin mật chưa công bố] with format [strict_date_optional_time] | failed to parse […] with format [strict_date_optional_time]
            'one' and "two" | '…' and "…"
            """)
    void quotesNothing(String reason, String logged) {
        assertThat(LoggedReason.of(reason)).isEqualTo(logged);
    }

    @Test
    void isOneLineOf300CharactersAtMost() {
        assertThat(LoggedReason.of("a\nb".repeat(1_000))).hasSize(301).doesNotContain("\n");
        assertThat(LoggedReason.of("[" + "x".repeat(61) + "]")).isEqualTo("[…]");
    }
}
