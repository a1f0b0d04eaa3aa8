package dongtin.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQueryTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            up | {up=[]} | []
            up{job=~"a.b", x!="{y}"} == 0 | {up=[job, x]} | []
            sum by (feed, le) (rate(a_total{feed="f(x)"}[$__rate_interval])) / b:c:d | {a_total=[feed], b:c:d=[]} | [feed, le]
            histogram_quantile(0.99, sum(rate(a_bucket[5m]))) > 30 unless on (feed) (b offset 1h) | {a_bucket=[], b=[]} | [feed]
            label_replace(max_over_time(a[2h] offset 23h), "day", "1", "", "") or a | {a=[]} | []
            """)
    void namesAreFound(String query, String metrics, String grouped) {
        PromQuery read = PromQuery.of(query);

        assertThat(read.metrics()).hasToString(metrics);
        assertThat(read.groupedBy()).hasToString(grouped);
    }
}
