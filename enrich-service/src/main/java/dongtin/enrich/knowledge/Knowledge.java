package dongtin.enrich.knowledge;

import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.Vocabulary;
import dongtin.enrich.text.WordSet;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of knowledge and the one vocabulary over all of them, from which each tagger takes its lexicons. Lexicons are taken by one thread, before
 * any text is cut up.
 */
public final class Knowledge {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final KnowledgeFiles files;
    private final Vocabulary vocabulary = new Vocabulary();

    /** Nothing is read before a lexicon is asked for. */
    public Knowledge(KnowledgeFiles files) {
        this.files = files;
    }

    /** Cuts {@code text} into tokens that know the vocabulary. */
    public Tokens tokens(String text) {
        return Tokens.of(text, vocabulary);
    }

    /** The rows of a file. */
    public List<Row> rows(String file) {
        return files.rows(file);
    }

    /** An empty lexicon of phrases, to be filled. */
    public <V> Phrases<V> phrases() {
        return new Phrases<>(vocabulary);
    }

    /** The phrases of a file, each standing for its own first column. */
    public Phrases<String> phrases(String file) {
        Phrases<String> phrases = phrases();
        rows(file).forEach(row -> phrases.put(row.at(0), row.at(0)));
        return phrases;
    }

    /** The single words in the first column of a file. */
    public WordSet words(String file) {
        return new WordSet(vocabulary, single(rows(file)));
    }

    /** The same, and in texts without Vietnamese letters each also without its marks: {@code Nguyen}. */
    public WordSet wordsAlsoPlain(String file) {
        List<String> words = single(rows(file));
        return new WordSet(
                vocabulary, words, words.stream().map(Knowledge::plain).toList());
    }

    /** The phrases of a file's rows whose second column is {@code group}, each standing for itself. */
    public Phrases<String> phrases(String file, String group) {
        Phrases<String> phrases = phrases();
        grouped(file, group).forEach(row -> phrases.put(row.at(0), row.at(0)));
        return phrases;
    }

    /** The single words of a file; those whose second column is {@code english} count in texts without Vietnamese letters only. */
    public WordSet wordsByLanguage(String file) {
        rows(file).forEach(row -> row.oneOf(1, Set.of("", "english")));
        return new WordSet(vocabulary, single(grouped(file, "")), single(grouped(file, "english")));
    }

    private List<Row> grouped(String file, String group) {
        return rows(file).stream().filter(row -> row.at(1, "").equals(group)).toList();
    }

    /** The first columns, of which each has to be one word: more would never be found. */
    private List<String> single(List<Row> rows) {
        for (Row row : rows) {
            if (tokens(row.at(0)).size() != 1) {
                throw row.bad("'" + row.at(0) + "' is not one word");
            }
        }
        return rows.stream().map(row -> row.at(0)).toList();
    }

    private static String plain(String word) {
        String letters = Normalizer.normalize(word.replace('Đ', 'D').replace('đ', 'd'), Normalizer.Form.NFD);
        return MARKS.matcher(letters).replaceAll("");
    }

    /** The single words of a file's rows whose second column is {@code group}. */
    public WordSet words(String file, String group) {
        return new WordSet(vocabulary, single(grouped(file, group)));
    }

    /** The single words themselves. */
    public WordSet words(List<String> words) {
        return new WordSet(vocabulary, words);
    }
}
