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

    private record Abbreviation(String kind, String name) {}

    private final Phrases<String> laws;
    private final Phrases<Abbreviation> abbreviations;
    private final LawNames names;
    private final Bodies bodies;
    private final WordSet schools;
    private final WordSet conventions;

    LawScanner(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        laws = knowledge.phrases();
        knowledge.rows("laws.tsv").forEach(row -> laws.put(row.at(0) + " " + row.at(1), row.at(1)));
        abbreviations = knowledge.phrases();
        knowledge
                .rows("law_abbreviations.tsv")
                .forEach(row -> abbreviations.put(row.at(0), new Abbreviation(row.at(1), row.at(2))));
        names = new LawNames(knowledge, bodies, laws);
        schools = knowledge.words("law_context.tsv", "before");
        conventions = knowledge.words("law_context.tsv", "convention");
    }

    /** The reference whose kind word is {@code [at, kindEnd)}. */
    @Nullable Reference scan(Tokens tokens, int at, int kindEnd, String kind) {
        if (isOther(tokens, at) || isConvention(tokens, at)) {
            return null;
        }
        if (kind.equals("hiến pháp")) {
            return constitution(tokens, at, kindEnd);
        }
        int nameEnd = kind.equals("điều lệ") ? charterEnd(tokens, at, kindEnd) : names.end(tokens, at, kindEnd);
        if (nameEnd == kindEnd) {
            return null;
        }
        int amended = Amendment.end(tokens, nameEnd);
        return yeared(tokens, at, amended, kind, tokens.text(kindEnd, amended));
    }

    /** {@code Đại học Luật}, {@code Hội Luật gia}, but not {@code (trình) Quốc hội Luật ...}. */
    private boolean isOther(Tokens tokens, int at) {
        return schools.has(tokens, at - 1) && !tokens.startsLine(at) && !tokens.is(at - 2, "quốc");
    }

    /** {@code Công ước Liên hợp quốc về Luật Biển} is no law. */
    private boolean isConvention(Tokens tokens, int at) {
        if (!tokens.is(at - 1, "về")) {
            return false;
        }
        for (int i = at - 2; i > at - 10 && i >= 0; i--) {
            if (conventions.has(tokens, i)) {
                return true;
            }
        }
        return false;
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
        int land = tokens.is(kindEnd, "nước") ? kindEnd + 1 : kindEnd;
        int country = bodies.isCountry(tokens, land) ? bodies.placeEnd(tokens, land) : kindEnd;
        String name = country > kindEnd ? tokens.text(kindEnd, country) : null;
        Reference found = yeared(tokens, at, country, "hiến pháp", name);
        return found.to() > kindEnd ? found : null;
    }

    private int charterEnd(Tokens tokens, int at, int kindEnd) {
        int known = laws.end(tokens, at);
        if (tokens.shape(kindEnd) != Shape.CAPITAL || tokens.startsLine(kindEnd)) {
            return Math.max(known, kindEnd);
        }
        int body = bodies.end(tokens, kindEnd);
        boolean named = body > kindEnd + 2 && tokens.shape(body - 1).startsWithCapital();
        return Math.max(Math.max(known, kindEnd), named ? body : kindEnd);
    }

    private static Reference yeared(Tokens tokens, int from, int end, String kind, @Nullable String name) {
        if (!tokens.startsLine(end)) {
            if (Days.isYear(tokens, end)) {
                return Reference.named(from, end + 1, kind, name, tokens.text(end));
            }
            if (tokens.is(end, "năm") && Days.isYear(tokens, end + 1)) {
                return Reference.named(from, end + 2, kind, name, tokens.text(end + 1));
            }
        }
        return Reference.named(from, end, kind, name, null);
    }
}
