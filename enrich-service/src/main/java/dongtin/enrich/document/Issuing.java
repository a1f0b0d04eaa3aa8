package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Who issues documents, and in which words it is said that they do. */
final class Issuing {

    private enum Verb {
        /** Makes the document: {@code ban hành}. */
        MAKES,
        /** Puts a name under it, which tells the day, but not the issuer: {@code ký}. */
        SIGNS,
        /** Is done to a document that is there: {@code công bố}. */
        HANDLES
    }

    /** A body's name is at most so long. */
    private static final int FAR = 16;

    private final Bodies bodies;
    private final Phrases<Verb> verbs;
    private final Phrases<String> offices;
    private final Phrases<String> english;
    private final Phrases<String> auxiliaries;
    private final WordSet between;
    private final Phrases<String> signers;
    private final Set<String> signed;

    Issuing(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        verbs = knowledge.phrases();
        offices = knowledge.phrases();
        knowledge.rows("issuing.tsv").forEach(row -> {
            switch (row.at(1)) {
                case "makes", "signs", "handles" -> verbs.put(row.at(0), row.at(1, Verb.class));
                case "office" -> offices.put(row.at(0), row.at(0));
                default -> {}
            }
        });
        english = knowledge.phrases();
        knowledge.rows("english_documents.tsv").stream()
                .filter(row -> row.at(1).equals("issuer"))
                .forEach(row -> english.put(row.at(0), row.at(0)));
        auxiliaries = knowledge.phrases();
        knowledge.rows("issuing.tsv").stream()
                .filter(row -> row.at(1).equals("auxiliary"))
                .forEach(row -> auxiliaries.put(row.at(0), row.at(0)));
        between = knowledge.words("issuing.tsv", "between");
        signers = knowledge.phrases();
        knowledge.rows("issuing.tsv").stream()
                .filter(row -> row.at(1).equals("signer"))
                .forEach(row -> signers.put(row.at(0), row.at(0)));
        signed = knowledge.rows("issuing.tsv").stream()
                .filter(row -> row.at(1).equals("signed"))
                .map(row -> row.at(0))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where the issuer that begins at {@code at} ends: a body, or the office at its head; {@code at} if none does. */
    int issuerEnd(Tokens tokens, int at) {
        if (tokens.startsLine(at)) {
            return at;
        }
        int office = offices.end(tokens, at);
        if (office > at) {
            int body = tokens.startsLine(office) ? office : bodies.end(tokens, office);
            if (body > office) {
                return body;
            }
        }
        return Math.max(bodies.end(tokens, at), englishEnd(tokens, at));
    }

    private int englishEnd(Tokens tokens, int at) {
        return tokens.shape(at).startsWithCapital() ? english.end(tokens, at) : at;
    }

    /** Where the issuer that ends before {@code end} begins; {@code end} if none does. */
    int issuerStart(Tokens tokens, int end) {
        int found = end;
        for (int at = end - 1; at >= end - FAR && at >= 0 && !tokens.startsLine(at + 1); at--) {
            if (tokens.is(at, ';') || (tokens.is(at, '.') && !isAbbreviated(tokens, at))) {
                return found;
            }
            if (bodies.end(tokens, at) == end || englishEnd(tokens, at) == end) {
                found = at;
            }
        }
        int office = found;
        for (int at = found - 1; at >= 0 && at > found - 5 && !tokens.startsLine(at + 1); at--) {
            office = offices.end(tokens, at) == found ? at : office;
        }
        return office;
    }

    /** {@code TP. Hà Nội} */
    private static boolean isAbbreviated(Tokens tokens, int dot) {
        return tokens.shape(dot - 1).startsWithCapital() && tokens.length(dot - 1) <= 2;
    }

    /** Whether the one at {@code at} only signs documents of {@code kind}, which bodies pass: {@code Thủ tướng ký Nghị định ...}. */
    boolean isSigner(Tokens tokens, int at, String kind) {
        return signed.contains(kind) && signers.longest(tokens, at) != Phrases.NONE;
    }

    /** Where the verb that begins at {@code at} ends; {@code at} if none does. */
    int verbEnd(Tokens tokens, int at) {
        return tokens.startsLine(at) ? at : verbs.end(tokens, at);
    }

    /** Whether it is the office of a person that begins at {@code at}. */
    boolean isOffice(Tokens tokens, int at) {
        return offices.longest(tokens, at) != Phrases.NONE;
    }

    /** Whether the verb at {@code at} only signs. */
    boolean signs(Tokens tokens, int at) {
        return verbs.find(tokens, at) == Verb.SIGNS;
    }

    /** Whether the verb at {@code at} makes a document. */
    boolean makes(Tokens tokens, int at) {
        Verb verb = verbs.find(tokens, at);
        return verb == Verb.MAKES || verb == Verb.SIGNS;
    }

    /** Where the first of the verbs begins that end before {@code end}; {@code end} if there is none. */
    int verbStart(Tokens tokens, int end) {
        int found = end;
        int at = end - 1;
        while (at >= 0 && at >= found - 4 && !tokens.startsLine(at + 1)) {
            if (tokens.shape(at) == Shape.LOWER && verbs.end(tokens, at) == found) {
                found = at;
            }
            at--;
        }
        return found;
    }

    /** Where the helping verbs begin that end before {@code end}. */
    int auxiliaryStart(Tokens tokens, int end) {
        int start = end;
        while (start > 0 && start > end - 5 && !tokens.startsLine(start)) {
            if (auxiliaries.end(tokens, start - 1) == start) {
                start--;
            } else if (!tokens.startsLine(start - 1) && auxiliaries.end(tokens, start - 2) == start) {
                start -= 2;
            } else {
                break;
            }
        }
        return start;
    }

    /** Where the helping verbs that begin at {@code at} end. */
    int auxiliaryEnd(Tokens tokens, int at) {
        int end = at;
        while (end < at + 4 && !tokens.startsLine(end) && auxiliaries.end(tokens, end) > end) {
            end = auxiliaries.end(tokens, end);
        }
        return end;
    }

    /** Where the words begin that may stand between the verb and its document, {@code ban hành 2 nghị quyết}, {@code phê duyệt tại Quyết định}. */
    int betweenStart(Tokens tokens, int kind) {
        int start = kind;
        while (start > 0 && start > kind - 3 && !tokens.startsLine(start) && isBetween(tokens, start - 1)) {
            start--;
        }
        return start;
    }

    private boolean isBetween(Tokens tokens, int at) {
        return between.has(tokens, at) || (tokens.shape(at) == Shape.NUMBER && tokens.length(at) < 3);
    }
}
