package dongtin.elasticsearch.analysis;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;

/** {@code pattern_replace} of tokens with {@code pattern}, {@code flags}, {@code replacement} and {@code all}. */
final class PatternReplaceTokens extends AbstractTokenFilterFactory implements NormalizingTokenFilterFactory {

    private final Pattern pattern;
    private final String replacement;
    private final boolean all;

    PatternReplaceTokens(String name, Settings settings) {
        super(name);
        pattern = PatternReplaceCharacters.pattern(
                settings, "pattern is missing for [" + name + "] token filter of type 'pattern_replace'");
        replacement = settings.get("replacement", "");
        all = settings.getAsBoolean("all", true);
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return new PatternReplaceFilter(tokens, pattern, replacement, all);
    }
}
