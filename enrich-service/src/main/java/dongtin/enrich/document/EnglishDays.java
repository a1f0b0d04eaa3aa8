package dongtin.enrich.document;

import dongtin.enrich.text.Tokens;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A day in English, {@code May 9, 2024} or {@code 9 May 2024}. */
final class EnglishDays {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Set<String> WORDS = Set.of(
            "dated",
            "on",
            "of",
            "resolution",
            "decree",
            "directive",
            "conclusion",
            "regulation",
            "decision",
            "circular",
            "ordinance",
            "instruction",
            "plan",
            "project",
            "law",
            "official");

    private EnglishDays() {}

    static boolean isWord(Tokens tokens, int at) {
        return WORDS.contains(tokens.folded(at));
    }

    /** The day at {@code at}; null if there is none. */
    static @Nullable Days scan(Tokens tokens, int at) {
        int month = MONTHS.indexOf(tokens.folded(at)) + 1;
        if (month > 0) {
            int comma = tokens.is(at + 2, ',') ? at + 3 : at + 2;
            return day(tokens, at + 1, month, comma);
        }
        int second = MONTHS.indexOf(tokens.folded(at + 1)) + 1;
        return second > 0 ? day(tokens, at, second, at + 2) : null;
    }

    private static @Nullable Days day(Tokens tokens, int day, int month, int year) {
        boolean whole = Days.isSmall(tokens, day) && Days.isYear(tokens, year);
        return whole ? Days.of(year + 1, Days.number(tokens, day), month, Days.number(tokens, year)) : null;
    }
}
