package dongtin.operator.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nghị quyết 18 | 20 | Nghị quyết 18
            Nghị quyết 18 | 13 | Nghị quyết 18
            Nghị quyết 18 | 12 | Nghị quyết …
            北京北京      |  5 | 北京…
            """)
    void cutIsNoWiderThanItMayBe(String text, int columns, String cut) {
        assertThat(Text.cut(text, columns)).isEqualTo(cut);
        assertThat(Text.width(cut)).isLessThanOrEqualTo(columns);
    }
}
