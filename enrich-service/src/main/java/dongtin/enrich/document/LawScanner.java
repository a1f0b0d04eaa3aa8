package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import org.jspecify.annotations.Nullable;

/** Reads laws and the like by name: {@code Luật Đất đai năm 2013}, {@code Bộ luật Hình sự 2015}, {@code Hiến pháp năm 2013}, {@code BLHS}. */
final class LawScanner {

    private static final int LONGEST = 12;

    private record Abbreviation(String kind, String name) {}

    private final Phrases<String> laws;
    private final Phrases<Abbreviation> abbreviations;
    private final Phrases<String> amendments;
    private final Bodies bodies;
    private final WordSet stops;
    private final WordSet schools;

    LawScanner(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        laws = knowledge.phrases();
        knowledge.rows("laws.tsv").forEach(row -> laws.put(row.at(0) + " " + row.at(1), row.at(1)));
        abbreviations = knowledge.phrases();
        knowledge
                .rows("law_abbreviations.tsv")
                .forEach(row -> abbreviations.put(row.at(0), new Abbreviation(row.at(1), row.at(2))));
        amendments = knowledge.phrases("amendments.tsv");
        stops = knowledge.words("law_context.tsv", "after");
        schools = knowledge.words("law_context.tsv", "before");
    }

    /** The reference whose kind word is {@code [at, kindEnd)}. */
    @Nullable Reference scan(Tokens tokens, int at, int kindEnd, String kind) {
        if (schools.has(tokens, at - 1) && !tokens.startsLine(at)) {
            return null;
        }
        if (kind.equals("hiến pháp")) {
            return constitution(tokens, at, kindEnd);
        }
        int nameEnd = nameEnd(tokens, at, kindEnd);
        if (nameEnd == kindEnd) {
            return null;
        }
        int bracketEnd = bracketEnd(tokens, nameEnd);
        return yeared(tokens, at, bracketEnd, kind, tokens.text(kindEnd, bracketEnd));
    }

    /** The abbreviated law at {@code at}. */
    @Nullable Reference abbreviated(Tokens tokens, int at) {
        Abbreviation abbreviation = tokens.shape(at) == Shape.UPPER ? abbreviations.find(tokens, at) : null;
        if (abbreviation == null) {
            return null;
        }
        return yeared(tokens, at, abbreviations.end(tokens, at), abbreviation.kind(), abbreviation.name());
    }

    private @Nullable Reference constitution(Tokens tokens, int at, int kindEnd) {
        int country = bodies.isCountry(tokens, kindEnd) ? bodies.placeEnd(tokens, kindEnd) : kindEnd;
        String name = country > kindEnd ? tokens.text(kindEnd, country) : null;
        Reference found = yeared(tokens, at, country, "hiến pháp", name);
        return found.to() > kindEnd ? found : null;
    }

    private static Reference yeared(Tokens tokens, int from, int end, String kind, @Nullable String name) {
        if (!tokens.startsLine(end)) {
            if (Days.isYear(tokens, end)) {
                return Reference.named(from, end + 1, kind, name, tokens.text(end));
            }
            if (tokens.folded(end).equals("năm") && Days.isYear(tokens, end + 1)) {
                return Reference.named(from, end + 2, kind, name, tokens.text(end + 1));
            }
        }
        return Reference.named(from, end, kind, name, null);
    }

    private int nameEnd(Tokens tokens, int at, int kindEnd) {
        if (tokens.startsLine(kindEnd)) {
            return kindEnd;
        }
        int amended = amendments.end(tokens, kindEnd);
        if (amended > kindEnd) {
            return amendedEnd(tokens, amended, kindEnd);
        }
        int known = laws.end(tokens, kindEnd - 1 > at ? kindEnd - 2 : at);
        if (known <= kindEnd && isShort(tokens, at, kindEnd)) {
            return kindEnd + 1;
        }
        int generic = isGeneric(tokens, at, kindEnd) ? genericEnd(tokens, kindEnd) : kindEnd;
        return known > kindEnd ? known : generic;
    }

    private int amendedEnd(Tokens tokens, int at, int otherwise) {
        for (int i = at; i < at + 4; i++) {
            int end = laws.end(tokens, i);
            if (end > i) {
                return end;
            }
        }
        return otherwise;
    }

    /** {@code Luật CĐ} */
    private boolean isShort(Tokens tokens, int at, int kindEnd) {
        return tokens.shape(at) == Shape.CAPITAL
                && tokens.shape(kindEnd) == Shape.UPPER
                && tokens.length(kindEnd) <= 5
                && !stops.has(tokens, kindEnd)
                && tokens.shape(kindEnd + 1) != Shape.UPPER
                && bodies.placeEnd(tokens, kindEnd) == kindEnd;
    }

    private boolean isGeneric(Tokens tokens, int at, int kindEnd) {
        return tokens.shape(at) == Shape.CAPITAL
                && tokens.shape(kindEnd) == Shape.CAPITAL
                && tokens.shape(kindEnd + 1) == Shape.LOWER
                && !tokens.startsLine(kindEnd + 1)
                && !stops.has(tokens, kindEnd)
                && !stops.has(tokens, kindEnd + 1)
                && bodies.end(tokens, kindEnd) == kindEnd
                && !tokens.folded(at).equals("điều");
    }

    private int genericEnd(Tokens tokens, int at) {
        int end = at + 2;
        while (end < at + LONGEST && !tokens.startsLine(end) && isNameWord(tokens, end)) {
            end++;
        }
        return end;
    }

    private boolean isNameWord(Tokens tokens, int at) {
        Shape shape = tokens.shape(at);
        boolean comma = tokens.is(at, ',') && tokens.shape(at + 1) == Shape.LOWER && !stops.has(tokens, at + 1);
        return ((shape == Shape.LOWER || shape == Shape.CAPITAL) && !stops.has(tokens, at))
                || (comma && !stops.has(tokens, at + 2));
    }

    private static int bracketEnd(Tokens tokens, int at) {
        if (tokens.folded(at).equals("sửa") && tokens.folded(at + 1).equals("đổi") && !tokens.startsLine(at + 1)) {
            return tokens.shape(at + 2) == Shape.LOWER && tokens.folded(at + 2).equals("bổ") ? at : at + 2;
        }
        if (!tokens.is(at, '(') || !tokens.folded(at + 1).equals("sửa")) {
            return at;
        }
        for (int i = at + 2; i < at + 10; i++) {
            if (tokens.is(i, ')')) {
                return i + 1;
            }
        }
        return at;
    }
}
