package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what English dispatches name without a number: {@code the 2024 Land Law}, {@code the Law on Cybersecurity}, {@code the 2013 Constitution}, {@code the
 * Resolution of the 13th National Party Congress}.
 */
final class EnglishLaws {

    private static final int LONGEST = 10;

    private record Law(String kind, @Nullable String name) {}

    private final Phrases<Law> laws;
    private final Phrases<String> kinds;
    private final Phrases<String> congresses;
    private final WordSet joints;
    private final long begins;

    EnglishLaws(Knowledge knowledge) {
        laws = knowledge.phrases();
        kinds = knowledge.phrases();
        congresses = knowledge.phrases();
        knowledge.rows("english_documents.tsv").forEach(row -> {
            switch (row.at(1)) {
                case "law" ->
                    laws.put(row.at(0), new Law(row.at(2), row.columns().size() > 3 ? row.at(3) : null));
                case "kind" -> kinds.put(row.at(0), row.at(2));
                case "congress" -> congresses.put(row.at(0), row.at(0));
                default -> {}
            }
        });
        joints = knowledge.words("english_documents.tsv", "joint");
        begins = laws.collection()
                | kinds.collection()
                | knowledge.words(List.of("resolution")).collection();
    }

    /** The reference that begins at {@code at}. */
    @Nullable Reference scan(Tokens tokens, int at) {
        if (Days.isYear(tokens, at) && !tokens.startsLine(at + 1)) {
            Reference law = known(tokens, at + 1, at);
            return law == null ? null : law.ofYear(at, tokens.text(at));
        }
        if (!tokens.mayBegin(at, begins) || !tokens.shape(at).startsWithCapital()) {
            return null;
        }
        Reference law = known(tokens, at, at);
        if (law != null) {
            return law;
        }
        Reference congress = congress(tokens, at);
        return congress != null ? congress : described(tokens, at);
    }

    private @Nullable Reference known(Tokens tokens, int at, int from) {
        int match = laws.longest(tokens, at);
        if (match == Phrases.NONE || !tokens.shape(at).startsWithCapital()) {
            return null;
        }
        Law law = laws.value(match);
        int end = at + laws.length(match);
        String year = yearAt(tokens, end);
        if (law.name() == null && year == null && from == at) {
            return null; // the bare Constitution
        }
        int to = year == null ? end : end + 1;
        return Reference.named(from, to, law.kind(), law.name(), year);
    }

    private static @Nullable String yearAt(Tokens tokens, int at) {
        return Days.isYear(tokens, at) && !tokens.startsLine(at) ? tokens.text(at) : null;
    }

    /** {@code Resolution of the 13th National Party Congress} */
    private @Nullable Reference congress(Tokens tokens, int at) {
        if (!tokens.is(at, "resolution") || !tokens.is(at + 1, "of")) {
            return null;
        }
        int from = tokens.is(at + 2, "the") ? at + 3 : at + 2;
        boolean ordinal = tokens.shape(from) == Shape.ALPHANUMERIC
                && Character.isDigit(tokens.text(from).charAt(0));
        int end = ordinal ? congresses.end(tokens, from + 1) : from;
        return end > from + 1 ? Reference.named(at, end, "nghị quyết", tokens.text(from, end), null) : null;
    }

    /** {@code Law on Fire Prevention and Fighting} */
    private @Nullable Reference described(Tokens tokens, int at) {
        String kind = kinds.find(tokens, at);
        int from = kinds.end(tokens, at);
        if (kind == null || !tokens.shape(from).startsWithCapital() || tokens.startsLine(from)) {
            return null;
        }
        int end = from;
        while (end < from + LONGEST && !tokens.startsLine(end) && isNameWord(tokens, end)) {
            end++;
        }
        while (joints.has(tokens, end - 1)) {
            end--;
        }
        String year = yearAt(tokens, end);
        return Reference.named(at, year == null ? end : end + 1, kind, tokens.text(from, end), year);
    }

    private boolean isNameWord(Tokens tokens, int at) {
        return tokens.shape(at).startsWithCapital()
                || (joints.has(tokens, at)
                        && !tokens.startsLine(at + 1)
                        && tokens.shape(at + 1).startsWithCapital());
    }
}
