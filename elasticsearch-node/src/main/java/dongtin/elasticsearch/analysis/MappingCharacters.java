package dongtin.elasticsearch.analysis;

import java.io.Reader;
import java.util.List;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.jspecify.annotations.Nullable;

/** {@code mapping} with {@code mappings} or {@code mappings_path}: rules such as {@code oà => òa}. */
final class MappingCharacters extends AbstractCharFilterFactory implements NormalizingCharFilterFactory {

    private static final String ARROW = "=>";

    private final NormalizeCharMap map;

    MappingCharacters(String name, Environment environment, Settings settings) {
        super(name);
        @Nullable List<String> rules = Analysis.getWordList(environment, settings, "mappings");
        if (rules == null) {
            throw new IllegalArgumentException(
                    "mapping requires either `mappings` or `mappings_path` to be configured");
        }
        var builder = new NormalizeCharMap.Builder();
        for (String rule : rules) {
            int arrow = rule.lastIndexOf(ARROW);
            if (arrow < 0) {
                throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
            }
            builder.add(unescaped(rule.substring(0, arrow)), unescaped(rule.substring(arrow + ARROW.length())));
        }
        map = builder.build();
    }

    @Override
    public Reader create(Reader text) {
        return new MappingCharFilter(map, text);
    }

    // The escapes of a Java string, which is how a rule says a space.
    private static String unescaped(String side) {
        String written = side.trim();
        var plain = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            if (++i == written.length()) {
                throw new IllegalArgumentException("Invalid escaped char in [" + written + "]");
            }
            switch (written.charAt(i)) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'u' -> {
                    if (i + 5 > written.length()) {
                        throw new IllegalArgumentException("Invalid escaped char in [" + written + "]");
                    }
                    plain.append((char) Integer.parseInt(written, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> plain.append(written.charAt(i));
            }
        }
        return plain.toString();
    }
}
