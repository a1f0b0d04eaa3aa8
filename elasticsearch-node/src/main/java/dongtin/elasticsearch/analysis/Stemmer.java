package dongtin.elasticsearch.analysis;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;

/** {@code stemmer} with {@code language} (or {@code name}): two of Elasticsearch's English ones. */
final class Stemmer extends AbstractTokenFilterFactory {

    private final UnaryOperator<TokenStream> filter;

    Stemmer(String name, Settings settings) {
        super(name);
        filter = switch (settings.get("language", settings.get("name", "porter"))) {
            case "minimal_english", "minimalEnglish" -> EnglishMinimalStemFilter::new;
            case "possessive_english", "possessiveEnglish" -> EnglishPossessiveFilter::new;
            case String other -> throw new IllegalArgumentException("the embedded node has no stemmer " + other);
        };
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return filter.apply(tokens);
    }
}
