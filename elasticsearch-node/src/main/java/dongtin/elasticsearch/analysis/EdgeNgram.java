package dongtin.elasticsearch.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** {@code edge_ngram} with {@code min_gram}, {@code max_gram}, {@code preserve_original} and {@code side}. */
final class EdgeNgram extends AbstractTokenFilterFactory {

    private final int shortest;
    private final int longest;
    private final boolean preserveOriginal;
    private final boolean fromTheBack;

    EdgeNgram(String name, Settings settings) {
        super(name);
        shortest = settings.getAsInt("min_gram", 1);
        longest = settings.getAsInt("max_gram", 2);
        preserveOriginal = settings.getAsBoolean("preserve_original", false);
        fromTheBack = switch (settings.get("side", "front")) {
            case "front" -> false;
            case "back" -> true;
            case String other -> throw new IllegalArgumentException("invalid side: " + other);
        };
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        if (!fromTheBack) {
            return grams(tokens);
        }
        return new ReverseStringFilter(grams(new ReverseStringFilter(tokens)));
    }

    private TokenStream grams(TokenStream tokens) {
        return new EdgeNGramTokenFilter(tokens, shortest, longest, preserveOriginal);
    }

    @Override
    public boolean breaksFastVectorHighlighter() {
        return true;
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
        throw new IllegalArgumentException("Token filter [" + name() + "] cannot be used to parse synonyms");
    }
}
