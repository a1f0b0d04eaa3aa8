package dongtin.enrich.document;

import dongtin.enrich.text.Tokens;
import java.util.List;

/** Gives the documents of one list the issuer that is stated once for all of them: {@code Quyết định 217 và 218 của Bộ Chính trị}. */
final class SharedIssuers {

    private SharedIssuers() {}

    /** Changes {@code references}, which are in the order of the text. */
    static void spread(Tokens tokens, List<Reference> references) {
        for (int i = references.size() - 2; i >= 0; i--) {
            share(tokens, references, i, i + 1, i);
        }
        for (int i = 1; i < references.size(); i++) {
            share(tokens, references, i, i - 1, i - 1);
        }
    }

    private static void share(Tokens tokens, List<Reference> references, int to, int from, int first) {
        Reference lacking = references.get(to);
        String issuer = references.get(from).issuer();
        if (lacking.issuer() == null
                && issuer != null
                && lacking.number() != null
                && (areAlike(lacking, references.get(from)) || areOfParty(lacking, references.get(from)))
                && areListed(tokens, references.get(first), references.get(first + 1))) {
            references.set(to, lacking.issuedBy(issuer));
        }
    }

    private static boolean areAlike(Reference one, Reference other) {
        return one.kind().equals(other.kind()) && codes(one).equals(codes(other));
    }

    /** {@code Chỉ thị số 40-CT/TW, Kết luận số 06-KL/TW của Ban Bí thư}: their symbols leave open which of the Party's bodies it was. */
    private static boolean areOfParty(Reference one, Reference other) {
        return codes(one).endsWith("/TW") && codes(other).endsWith("/TW");
    }

    private static String codes(Reference reference) {
        String symbol = reference.symbol();
        String number = reference.number();
        return symbol == null || number == null ? "" : symbol.substring(number.length());
    }

    private static boolean areListed(Tokens tokens, Reference one, Reference next) {
        int between = next.from() - one.to();
        if (between < 1 || between > 2 || tokens.startsLine(one.to())) {
            return false;
        }
        String word = tokens.folded(one.to());
        boolean joint = tokens.is(one.to(), ',') || word.equals("và") || word.equals("and");
        return joint && (between == 1 || tokens.is(one.to() + 1, "số") || tokens.is(one.to(), ','));
    }
}
