package dongtin.enrich.document;

import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day, or only a year, as it stands before the token {@code end}: {@code ngày 9/5/2024}, {@code ngày 25 tháng 10 năm 2017}, {@code tháng 5/2013}, {@code năm 2011}. */
record Days(int end, @Nullable LocalDate date, @Nullable String year) {

    /** Whether a word that begins a day or year stands at {@code at}. */
    static boolean beginsWith(Tokens tokens, int at) {
        String word = tokens.folded(at);
        return word.equals("ngày") || word.equals("năm") || word.equals("tháng");
    }

    /** What stands at {@code at}, where a day without its year is one of {@code year}, if that is known; null if it is no day. */
    static @Nullable Days scan(Tokens tokens, int at, @Nullable String year) {
        Days days = scan(tokens, at);
        if (days != null || year == null || year.length() != 4) {
            return days;
        }
        String word = tokens.folded(at);
        boolean day = (word.equals("ngày") || word.equals("hôm"))
                && isSmall(tokens, at + 1)
                && isSign(tokens, at + 2)
                && isSmall(tokens, at + 3)
                && !(isSign(tokens, at + 4) && tokens.shape(at + 5) == Shape.NUMBER);
        return day ? of(at + 4, number(tokens, at + 1), number(tokens, at + 3), Integer.parseInt(year)) : null;
    }

    /** What stands at {@code at}; null if it is no day. */
    static @Nullable Days scan(Tokens tokens, int at) {
        return switch (tokens.folded(at)) {
            case "ngày", "hôm" -> day(tokens, at + 1);
            case "dated", "on", "of", "issued" -> EnglishDays.scan(tokens, at + 1);
            case "tháng" -> month(tokens, at);
            case "năm" -> isYear(tokens, at + 1) ? new Days(at + 2, null, tokens.text(at + 1)) : null;
            default -> day(tokens, at);
        };
    }

    /** Whether an English word stands at {@code at} that begins a date or names a kind of document. */
    static boolean isEnglish(Tokens tokens, int at) {
        return EnglishDays.isWord(tokens, at);
    }

    static boolean isYear(Tokens tokens, int at) {
        if (tokens.shape(at) != Shape.NUMBER || tokens.length(at) != 4) {
            return false;
        }
        String text = tokens.text(at);
        return text.startsWith("19") || text.startsWith("20");
    }

    private static @Nullable Days day(Tokens tokens, int at) {
        if (!isSmall(tokens, at)) {
            return null;
        }
        boolean signs = isSign(tokens, at + 1) && isSmall(tokens, at + 2) && isSign(tokens, at + 3);
        boolean words = tokens.is(at + 1, "tháng") && isSmall(tokens, at + 2) && tokens.is(at + 3, "năm");
        return (signs || words) && isYear(tokens, at + 4)
                ? of(at + 5, number(tokens, at), number(tokens, at + 2), number(tokens, at + 4))
                : null;
    }

    static @Nullable Days of(int end, int day, int month, int year) {
        try {
            return new Days(end, LocalDate.of(year, month, day), null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Days month(Tokens tokens, int at) {
        boolean month = isSmall(tokens, at + 1)
                && (isSign(tokens, at + 2) || tokens.is(at + 2, "năm"))
                && isYear(tokens, at + 3);
        return month ? new Days(at + 4, null, tokens.text(at + 3)) : null;
    }

    private static boolean isSign(Tokens tokens, int at) {
        return tokens.is(at, '/') || tokens.isDash(at) || tokens.is(at, '.');
    }

    static boolean isSmall(Tokens tokens, int at) {
        if (tokens.shape(at) != Shape.NUMBER || tokens.length(at) > 2) {
            return false;
        }
        return tokens.text(at).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static int number(Tokens tokens, int at) {
        return Integer.parseInt(tokens.text(at));
    }
}
