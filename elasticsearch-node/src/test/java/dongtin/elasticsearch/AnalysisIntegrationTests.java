package dongtin.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisIntegrationTests {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

    private final Http http = new Http(SharedElasticsearch.node());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'asciifolding','preserve_original':true}                | Đảng ủy      | Dang Đảng uy ủy
            'asciifolding'                                                  | Đảng ủy      | Dang uy
            {'type':'edge_ngram','min_gram':2,'max_gram':3}                 | Nghị         | Ng Ngh
            {'type':'edge_ngram','min_gram':1,'max_gram':2,'side':'back'}   | Nghị         | ị hị
            {'type':'pattern_replace','pattern':'\\\\d','replacement':'#'}  | số 18        | số ##
            {'type':'pattern_replace','pattern':'\\\\d','replacement':'#','all':false} | số 18 | số #8
            'trim'                                                          | Văn          | Văn
            'lowercase'                                                     | NGHỊ         | nghị
            {'type':'shingle','output_unigrams':false,'token_separator':'_'} | một hai ba   | một_hai hai_ba
            """, quoteCharacter = '"')
    void tokenFilterGivesTokens(String filter, String text, String tokens) throws Exception {
        assertThat(analyzed("'tokenizer':'standard','filter':[" + filter + "]", text))
                .isEqualTo(tokens);
    }

    @Test
    void duplicatesAtOnePlaceAreRemoved() throws Exception {
        String folding = "{'type':'asciifolding','preserve_original':true}";
        assertThat(analyzed(
                        "'tokenizer':'standard','filter':['lowercase'," + folding + ",'remove_duplicates']", "tin Tin"))
                .isEqualTo("tin tin");
    }

    @Test
    void mappingUnifiesTonePlacement() throws Exception {
        String mapping = "{'type':'mapping','mappings':['oà => òa','oá => óa','\\\\u2013 => -']}";
        assertThat(analyzed("'tokenizer':'whitespace','char_filter':[" + mapping + "]", "hoà toán 1–2"))
                .isEqualTo("hòa tóan 1-2");
    }

    @Test
    void charactersAreReplacedByPattern() throws Exception {
        String replace = "{'type':'pattern_replace','pattern':'(\\\\d+)/NQ','replacement':'$1-NQ'}";
        assertThat(analyzed("'tokenizer':'keyword','char_filter':[" + replace + "]", "18/NQ TW"))
                .isEqualTo("18-NQ TW");
    }

    @Test
    void normalizerFoldsKeywords() throws Exception {
        String settings = """
                {"settings":{"number_of_replicas":0,"analysis":{"normalizer":{"folded":{"type":"custom",
                "filter":["lowercase","asciifolding","trim"]}}}},
                "mappings":{"properties":{"name":{"type":"keyword","normalizer":"folded"}}}}""";
        assertThat(http.put("/normalized", settings)).contains("\"acknowledged\":true");
        assertThat(http.post("/normalized/_analyze", "{\"field\":\"name\",\"text\":\" Nguyễn\"}"))
                .contains("\"token\":\"nguyen\"");
    }

    @Test
    void wrongRuleIsRefused() throws Exception {
        String mapping = "{'type':'mapping','mappings':['no arrow']}";
        assertThat(post("'tokenizer':'standard','char_filter':[" + mapping + "]", "x"))
                .contains("Invalid Mapping Rule : [no arrow]");
    }

    private String analyzed(String chain, String text) throws IOException, InterruptedException {
        return TOKEN.matcher(post(chain, text))
                .results()
                .map(token -> token.group(1))
                .collect(Collectors.joining(" "));
    }

    private String post(String chain, String text) throws IOException, InterruptedException {
        return http.post("/_analyze", "{%s,'text':'%s'}".formatted(chain, text).replace('\'', '"'));
    }
}
