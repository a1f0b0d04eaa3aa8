package dongtin.ingest.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The language of a text whose sender states none: of its words, so many must be the most frequent ones of one language, and so few
 * those of any other, that there is no doubt. Vietnamese is known by its letters, too. Thread-safe.
 */
final class TextLanguage {

    /** Letters with two marks, and those with a horn: no other language has them. */
    private static final String VIETNAMESE = "ơưấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự";

    private static final int[] NONE = {};
    private static final String WORDS = "function-words.tsv";
    private static final String MAY_BE_TOLD = "tell";

    /** Of a long text the beginning is enough. */
    private static final int ENOUGH = 1_000;

    private static final char LAST_OF_LATIN_1 = 0xFF;
    private static final int FEWEST_HITS = 4;
    private static final int FEWEST_LETTERED_WORDS = 2;
    private static final double LEAST_SHARE = 0.15;
    private static final double CLEAR = 1.5;

    private static final TextLanguage INSTANCE = new TextLanguage();

    private final List<String> tags;
    private final boolean[] told;

    /** The languages, by number, that a word is one of the most frequent of. */
    private final Map<String, int[]> languages = new HashMap<>();

    private TextLanguage() {
        List<String[]> rows = rows();
        tags = rows.stream().map(row -> row[0]).toList();
        told = new boolean[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            told[i] = rows.get(i)[1].equals(MAY_BE_TOLD);
            for (String word : rows.get(i)[2].split(" ", -1)) {
                languages.merge(word, new int[] {i}, TextLanguage::joined);
            }
        }
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static List<String[]> rows() {
        InputStream file = Objects.requireNonNull(TextLanguage.class.getResourceAsStream(WORDS), WORDS);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(WORDS, e);
        }
    }

    /** Its BCP 47 tag; null where there is any doubt, as in a few words. */
    static @Nullable String of(String text) {
        return INSTANCE.language(text.substring(0, Math.min(text.length(), ENOUGH)));
    }

    private @Nullable String language(String text) {
        int[] hits = new int[tags.size()];
        int words = 0;
        int lettered = 0;
        for (int from = 0, to; from < text.length(); from = to + 1) {
            to = from;
            while (to < text.length() && Character.isLetter(text.charAt(to))) {
                to++;
            }
            if (to > from) {
                String word = text.substring(from, to);
                words++;
                // Names keep their letters in any language.
                boolean name = Character.isUpperCase(word.charAt(0));
                lettered += !name && hasVietnameseLetter(word) ? 1 : 0;
                for (int language : languages.getOrDefault(word.toLowerCase(Locale.ROOT), NONE)) {
                    hits[language]++;
                }
            }
        }
        return decided(hits, words, lettered);
    }

    private static boolean hasVietnameseLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c > LAST_OF_LATIN_1 && VIETNAMESE.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String decided(int[] hits, int words, int lettered) {
        int vietnamese = tags.indexOf("vi");
        hits[vietnamese] = Math.max(hits[vietnamese], lettered);
        int best = 0;
        int second = 0;
        for (int i = 1; i < hits.length; i++) {
            if (hits[i] > hits[best]) {
                second = hits[best];
                best = i;
            } else {
                second = Math.max(second, hits[i]);
            }
        }
        boolean many = best == vietnamese ? lettered >= FEWEST_LETTERED_WORDS : hits[best] >= FEWEST_HITS;
        boolean clear = hits[best] >= LEAST_SHARE * words && hits[best] >= CLEAR * second;
        return told[best] && many && clear ? tags.get(best) : null;
    }
}
