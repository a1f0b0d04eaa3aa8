package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Tokens;

/**
 * Reads issuer, date and subject beside a reference: {@code ... ngày 9/5/2024 của Bộ Chính trị về ...}, {@code Ngày 28/01/2003, Thủ tướng Chính phủ ra Quyết
 * định ...}. It looks a bounded number of tokens far.
 */
final class SurroundingsScanner {

    private final BehindScanner behind;
    private final AheadScanner ahead;

    SurroundingsScanner(Knowledge knowledge, Bodies bodies) {
        Issuing issuing = new Issuing(knowledge, bodies);
        behind = new BehindScanner(knowledge, bodies, issuing);
        ahead = new AheadScanner(issuing);
    }

    Surroundings scan(Tokens tokens, Reference reference) {
        Surroundings after = behind.scan(tokens, reference);
        boolean whole = after.issuer() != null && after.date() != null;
        return whole ? after : after.or(ahead.scan(tokens, reference));
    }
}
