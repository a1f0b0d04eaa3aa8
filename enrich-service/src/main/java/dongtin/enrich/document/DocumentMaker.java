package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Folding;
import dongtin.enrich.text.Tokens;
import dongtin.message.Document;
import dongtin.message.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Makes documents of what a text says about them, of their codes and of the register of known documents. Thread-safe. */
final class DocumentMaker {

    private final Issuers issuers;
    private final LocalIssuers localIssuers;
    private final DocumentRegister register;

    DocumentMaker(Knowledge knowledge, Bodies bodies) {
        issuers = new Issuers(knowledge);
        localIssuers = new LocalIssuers(knowledge, bodies);
        register = new DocumentRegister(knowledge);
    }

    /** The documents that {@code clusters} are, in an article of {@code day}. */
    List<Document> documents(Tokens tokens, List<Cluster> clusters, @Nullable LocalDate day) {
        List<Document> documents = new ArrayList<>();
        @Nullable Map<String, NavigableMap<Integer, String>> local = null;
        for (Cluster cluster : clusters) {
            String symbol = cluster.symbol();
            String stated = cluster.issuer();
            String code = symbol == null || stated != null ? null : localIssuers.code(symbol);
            if (code != null) {
                local = local == null ? localIssuers.in(tokens) : local;
                stated = LocalIssuers.nearest(local.get(code), cluster.from());
            }
            documents.add(document(tokens, cluster, stated, day));
        }
        return List.copyOf(documents);
    }

    private Document document(Tokens tokens, Cluster cluster, @Nullable String stated, @Nullable LocalDate day) {
        String symbol = cluster.symbol();
        String coded = symbol == null ? null : issuers.of(symbol);
        String issuer = fuller(stated, coded);
        LocalDate date = cluster.date();
        String year = cluster.year();
        String number = cluster.first(Reference::number);
        String kind = cluster.references().getFirst().kind();
        DocumentRegister.Entry known = null;
        // A symbol that bears its year means one document by itself.
        boolean open = date == null && cluster.first(Reference::symbolYear) == null;
        if (number != null && day != null && open) {
            known = register.find(kind, number, symbol, issuer, year, day);
        }
        LocalDate keyDate = known == null ? date : known.date();
        DocumentKey key = new DocumentKey(
                kind,
                number,
                known == null ? symbol : known.symbol(),
                known != null ? known.issuer() : coded != null ? coded : stated,
                keyDate,
                known == null ? year : String.valueOf(known.date().getYear()),
                cluster.name());
        return new Document(
                key.toString(),
                kind,
                number,
                known == null ? symbol : symbol == null ? known.symbol() : symbol,
                issuer == null && known != null ? known.issuer() : issuer,
                keyDate,
                keyDate == null || number == null ? cluster.first(Reference::year) : null,
                cluster.name(),
                known == null ? cluster.first(Reference::subject) : subject(cluster, known),
                known == null ? Document.Basis.TEXT : Document.Basis.REGISTER,
                spans(tokens, cluster));
    }

    private static String subject(Cluster cluster, DocumentRegister.Entry known) {
        String stated = cluster.first(Reference::subject);
        return stated == null ? known.subject() : stated;
    }

    private static List<Span> spans(Tokens tokens, Cluster cluster) {
        return cluster.references().stream()
                .map(reference -> tokens.span(reference.from(), reference.to()))
                .toList();
    }

    /** What the symbol says, where it only says more fully what is stated; a minister issues for the ministry, and any body of the Party for the Party. */
    private static @Nullable String fuller(@Nullable String stated, @Nullable String coded) {
        if (stated == null || coded == null) {
            return stated == null ? coded : stated;
        }
        String plain = Folding.fold(stated);
        boolean fuller =
                Folding.fold(coded).startsWith(plain) || plain.startsWith("bộ trưởng ") || plain.equals("đảng");
        return fuller ? coded : stated;
    }
}
