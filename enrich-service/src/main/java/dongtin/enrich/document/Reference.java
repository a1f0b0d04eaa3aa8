package dongtin.enrich.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One reference to a document: its tokens {@code [from, to)} and what is read there and beside it. */
record Reference(
        int from,
        int to,
        String kind,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable String name,
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable String year,
        @Nullable String subject) {

    static Reference numbered(int from, int to, String kind, DocumentNumber number) {
        return new Reference(from, to, kind, number.number(), number.symbol(), null, null, null, number.year(), null);
    }

    static Reference named(int from, int to, String kind, @Nullable String name, @Nullable String year) {
        return new Reference(from, to, kind, null, null, name, null, null, year, null);
    }

    /** The same from the token {@code start} on, of {@code stated}. */
    Reference ofYear(int start, String stated) {
        return new Reference(start, to, kind, number, symbol, name, issuer, date, stated, subject);
    }

    Reference with(Surroundings around) {
        return new Reference(
                from,
                to,
                kind,
                number,
                symbol,
                name,
                around.issuer(),
                around.date(),
                year != null ? year : around.year(),
                around.subject());
    }

    /** The same named one, with the number behind its name. */
    Reference numbered(DocumentNumber behind) {
        return new Reference(
                from, behind.end(), kind, behind.number(), behind.symbol(), name, issuer, date, year, subject);
    }

    /** The same, issued by {@code body}. */
    Reference issuedBy(String body) {
        return new Reference(from, to, kind, number, symbol, name, body, date, year, subject);
    }

    /** Whether it is named by the meeting that passed it. */
    boolean isOfMeeting() {
        return number == null && (kind.equals("nghị quyết") || kind.equals("kết luận"));
    }

    /** The year inside a symbol such as 73/2023/NĐ-CP and 19-2017/NQ-CP. */
    @Nullable String symbolYear() {
        if (symbol == null || number == null) {
            return null;
        }
        int start = number.length() + 1;
        int end = start + 4;
        boolean year =
                symbol.length() > end && symbol.charAt(end) == '/' && DocumentNumber.isDigits(symbol, start, end);
        return year ? symbol.substring(start, end) : null;
    }

    /** The symbol without its year, which the press leaves out: 128/NQ-CP of 128/2021/NQ-CP. */
    @Nullable String undatedSymbol() {
        String year = symbolYear();
        return year == null || symbol == null || number == null
                ? symbol
                : number + symbol.substring(number.length() + 1 + year.length());
    }

    /** What tells it from others of the same number or name: the year, or the Central Committee's term. */
    @Nullable String distinction() {
        String inSymbol = symbolYear();
        if (inSymbol != null) {
            return inSymbol;
        }
        if (isOfMeeting() && name != null) {
            MeetingName meeting = MeetingName.of(name);
            return meeting == null ? null : meeting.term();
        }
        return date != null ? String.valueOf(date.getYear()) : year;
    }
}
