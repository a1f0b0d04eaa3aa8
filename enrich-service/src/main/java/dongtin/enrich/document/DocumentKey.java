package dongtin.enrich.document;

import dongtin.message.Keys;
import java.time.LocalDate;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The key that groups references to one document across articles: kind, number, issuer, and the year, or for the Party, whose numbers start again with
 * every Central Committee, the committee's term. Its form is URL-safe ASCII: {@code quy-dinh-144-tw-xiii}, {@code nghi-dinh-73-chinh-phu-2023}. What the article
 * does not say is left out, never guessed.
 */
record DocumentKey(
        String kind,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable String year,
        @Nullable String name) {

    @Override
    public String toString() {
        StringJoiner key = new StringJoiner("-");
        add(key, kind);
        add(key, number == null ? null : DocumentNumber.plain(number).replace('.', '-'));
        add(key, number == null ? meeting() : null);
        if (number != null) {
            add(key, isParty() ? "tw" : issuer != null ? issuer : codes());
        }
        add(key, isParty() && date != null ? PartyTerm.on(date) : year);
        return key.toString();
    }

    /** The name, in the one form that a congress or plenum has. */
    private @Nullable String meeting() {
        MeetingName meeting = name == null || kind.endsWith("luật") ? null : MeetingName.of(name);
        if (meeting == null) {
            return name;
        }
        return meeting.term() == null ? meeting.meeting() : meeting.meeting() + "-khoa-" + meeting.term();
    }

    private boolean isParty() {
        if (symbol != null) {
            return symbol.endsWith("/TW") || symbol.endsWith("/TƯ") || symbol.endsWith("-TW") || symbol.endsWith("-TƯ");
        }
        return number != null
                && issuer != null
                && (issuer.startsWith("Bộ Chính trị")
                        || issuer.startsWith("Ban Bí thư")
                        || issuer.contains("Trung ương"));
    }

    private @Nullable String codes() {
        return symbol == null || number == null ? null : symbol.substring(Math.min(number.length(), symbol.length()));
    }

    private static void add(StringJoiner key, @Nullable String part) {
        String slug = part == null ? "" : ascii(Keys.slug(part));
        if (!slug.isEmpty()) {
            key.add(slug);
        }
    }

    private static String ascii(String slug) {
        StringBuilder ascii = new StringBuilder(slug.length());
        for (int i = 0; i < slug.length(); i++) {
            if (slug.charAt(i) < 128) {
                ascii.append(slug.charAt(i));
            }
        }
        return ascii.toString();
    }
}
