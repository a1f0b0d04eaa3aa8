package dongtin.operator.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = Table.of("TOPIC", ">MESSAGES", "LAG");
        table.row("wire.raw.v1", "1,204", "enrich 0");
        table.row("wire.enriched.v1-dlt", "0", "-");
        assertThat(printed(table)).isEqualTo("""
                        TOPIC                 MESSAGES  LAG
                        wire.raw.v1              1,204  enrich 0
                        wire.enriched.v1-dlt         0  -
                        """);
    }

    @Test
    void marksAndWideCharactersKeepTheColumns() {
        Table table = Table.of("HEADLINE", "V");
        table.row("Thành phố", "1");
        table.row("Tha\u0300nh pho\u0302\u0301", "2");
        table.row("北京 tin", "3");
        assertThat(printed(table)).isEqualTo("""
                        HEADLINE   V
                        Thành phố  1
                        Tha\u0300nh pho\u0302\u0301  2
                        北京 tin   3
                        """);
    }

    @Test
    void nothingIsPrintedWithoutRows() {
        assertThat(printed(Table.of("A"))).isEmpty();
    }

    @Test
    void textOfOthersStaysOnItsLineAndSteersNoTerminal() {
        Table table = Table.of("NOTE", "V");
        table.row("two\nlines \u001b[2J\u202E", "1");
        assertThat(printed(table)).isEqualTo("NOTE             V\ntwo lines ?[2J?  1\n");
    }

    @Test
    void rowHasACellForEachHeading() {
        assertThatIllegalArgumentException().isThrownBy(() -> Table.of("A", "B").row("1"));
    }

    private static String printed(Table table) {
        var text = new StringWriter();
        table.print(new PrintWriter(text));
        return text.toString();
    }
}
