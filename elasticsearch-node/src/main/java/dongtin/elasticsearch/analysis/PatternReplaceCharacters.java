package dongtin.elasticsearch.analysis;

import java.io.Reader;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;

/** {@code pattern_replace} of characters with {@code pattern}, {@code flags} and {@code replacement}. */
final class PatternReplaceCharacters extends AbstractCharFilterFactory implements NormalizingCharFilterFactory {

    private final Pattern pattern;
    private final String replacement;

    PatternReplaceCharacters(String name, Settings settings) {
        super(name);
        pattern = pattern(settings, "pattern is missing for [" + name + "] char filter of type 'pattern_replace'");
        replacement = settings.get("replacement", "");
    }

    static Pattern pattern(Settings settings, String complaint) {
        if (!settings.hasValue("pattern")) {
            throw new IllegalArgumentException(complaint);
        }
        return Regex.compile(settings.get("pattern"), settings.get("flags"));
    }

    @Override
    public Reader create(Reader text) {
        return new PatternReplaceCharFilter(pattern, replacement, text);
    }
}
