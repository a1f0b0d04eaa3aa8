package dongtin.enrich.knowledge;

import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;

/** Knows the words with which the name of a body begins, or which are the whole of it: {@code UBND}, {@code Bộ}, {@code Quốc hội}. Thread-safe once made. */
final class BodyHeads {

    private enum Kind {
        /** A body by itself: {@code Quốc hội}. */
        WHOLE,
        /** Goes on with what it is for or where it is: {@code Bộ}, {@code UBND}. */
        HEAD,
        /** The same, if written with a capital: {@code Ban}, {@code Hội}. */
        CAPITAL,
        /** Bears a person's name, maybe: {@code Trường Đại học}. */
        NAMED,
        /** A company and the like, which goes on with its name: {@code Tập đoàn}. */
        ORG,
        /** Looks like one and is none: {@code Trường Chinh}. */
        NOT
    }

    private final Phrases<Kind> bodies;
    private final Phrases<String> offices;
    private final Phrases<String> domains;
    private final Places places;
    private final WordSet starts;

    BodyHeads(Knowledge knowledge, Phrases<String> domains, Places places) {
        this.domains = domains;
        this.places = places;
        bodies = knowledge.phrases();
        knowledge.rows("bodies.tsv").forEach(row -> bodies.put(row.at(0), row.at(1, Kind.class)));
        offices = knowledge.phrases("offices.tsv");
        starts = knowledge.wordsByLanguage("sentence_starts.tsv");
    }

    /** Where the words end with which a body begins at {@code at}; {@code at} if none does. */
    int end(Tokens tokens, int at) {
        int match = bodies.longest(tokens, at);
        if (match == Phrases.NONE
                || bodies.value(match) == Kind.NOT
                || (bodies.value(match) == Kind.CAPITAL && !tokens.shape(at).startsWithCapital())) {
            return at;
        }
        int end = at + bodies.length(match);
        if (offices.end(tokens, at) > end) {
            // "Bộ trưởng" is no Bộ.
            return at;
        }
        return switch (bodies.value(match)) {
            case NAMED -> ownNameEnd(tokens, namesakeEnd(tokens, end));
            case ORG -> ownNameEnd(tokens, end);
            case WHOLE, HEAD, CAPITAL, NOT -> end;
        };
    }

    /** Where the word for a body printed small before its name ends: {@code hội | Khuyến học}, {@code đoàn | Lâm Đồng}; {@code at} if none begins there. */
    int smallEnd(Tokens tokens, int at) {
        int match = tokens.shape(at) == Shape.LOWER ? bodies.longest(tokens, at) : Phrases.NONE;
        if (match == Phrases.NONE || bodies.value(match) != Kind.CAPITAL) {
            return at;
        }
        int end = at + bodies.length(match);
        boolean name = tokens.shape(end).startsWithCapital()
                && !tokens.startsLine(end)
                && (!places.beginsName(tokens, end) || places.end(tokens, end) > end + 1);
        return name && offices.end(tokens, at) <= end ? end : at;
    }

    private int ownNameEnd(Tokens tokens, int at) {
        int end = at;
        while (end < at + 4
                && isOwnWord(tokens, end)
                && phrase(tokens, end) == end
                && !places.beginsName(tokens, end)) {
            end++;
        }
        return tokens.shape(end) == Shape.LOWER && !tokens.startsLine(end) && domains.end(tokens, end - 1) > end
                ? at
                : end;
    }

    /** Where a known phrase that begins at {@code at} ends. */
    private int phrase(Tokens tokens, int at) {
        return Math.max(domains.end(tokens, at), Math.max(bodies.end(tokens, at), places.knownEnd(tokens, at)));
    }

    private boolean isOwnWord(Tokens tokens, int at) {
        return tokens.shape(at).startsWithCapital() && !tokens.startsLine(at) && !starts.has(tokens, at);
    }

    private int namesakeEnd(Tokens tokens, int at) {
        int end = at;
        if (!tokens.startsLine(at)
                && places.isKnown(tokens, at)
                && tokens.shape(at).startsWithCapital()) {
            return places.knownEnd(tokens, at);
        }
        if (!tokens.startsLine(at) && places.beginsName(tokens, at)) {
            while (end < at + 4
                    && tokens.shape(end) == Shape.CAPITAL
                    && !tokens.startsLine(end)
                    && !(end > at + 1 && places.beginsName(tokens, end))) {
                end++;
            }
        }
        return end;
    }

    /** Whether an office stands at {@code at}. */
    boolean isOffice(Tokens tokens, int at) {
        return offices.longest(tokens, at) != Phrases.NONE;
    }

    /** Where the longest known words for a body that begin at {@code at} end, whether or not they are one there. */
    int wordsEnd(Tokens tokens, int at) {
        return bodies.end(tokens, at);
    }

    /** Whether a body that is complete by itself ends at {@code end}. */
    boolean isWhole(Tokens tokens, int at, int end) {
        int match = bodies.longest(tokens, at);
        return match != Phrases.NONE && bodies.value(match) == Kind.WHOLE && at + bodies.length(match) == end;
    }

    /** Whether the word for a kind of body that is named by any words ends at {@code end}: {@code Hiệp hội}, {@code Công ty}. */
    boolean endWithHead(Tokens tokens, int from, int end) {
        for (int at = Math.max(from, end - 4); at < end; at++) {
            int match = bodies.longest(tokens, at);
            if (match != Phrases.NONE && at + bodies.length(match) == end && isNamedFreely(bodies.value(match))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a body that bears any name stands in {@code [from, end)}, or a head ends it: {@code Tập đoàn Giáo dục}, {@code Văn phòng}. */
    boolean isNamedFreely(Tokens tokens, int from, int end) {
        for (int at = from; at < end; at++) {
            int match = bodies.longest(tokens, at);
            if (match != Phrases.NONE && (bodies.value(match) == Kind.ORG || bodies.value(match) == Kind.NAMED)) {
                return true;
            }
        }
        return endWithHead(tokens, from, end);
    }

    private static boolean isNamedFreely(Kind kind) {
        return switch (kind) {
            case HEAD, CAPITAL, NAMED, ORG -> true;
            case WHOLE, NOT -> false;
        };
    }
}
