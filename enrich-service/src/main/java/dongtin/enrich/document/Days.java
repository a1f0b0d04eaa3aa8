package dongtin.enrich.document;

import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day, or only a year, as it stands before the token {@code end}: {@code ngày 9/5/2024}, {@code ngày 25 tháng 10 năm 2017}, {@code tháng 5/2013}, {@code năm 2011}. */
record Days(int end, @Nullable LocalDate date, @Nullable String year) {

    /** What stands at {@code at}; null if it is no day. */
    static @Nullable Days scan(Tokens tokens, int at) {
        return switch (tokens.folded(at)) {
            case "ngày" -> day(tokens, at + 1);
            case "tháng" -> month(tokens, at);
            case "năm" -> isYear(tokens, at + 1) ? new Days(at + 2, null, tokens.text(at + 1)) : null;
            default -> day(tokens, at);
        };
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
        boolean words = tokens.folded(at + 1).equals("tháng")
                && isSmall(tokens, at + 2)
                && tokens.folded(at + 3).equals("năm");
        return (signs || words) && isYear(tokens, at + 4) ? of(tokens, at) : null;
    }

    private static @Nullable Days of(Tokens tokens, int at) {
        try {
            LocalDate date = LocalDate.of(number(tokens, at + 4), number(tokens, at + 2), number(tokens, at));
            return new Days(at + 5, date, null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Days month(Tokens tokens, int at) {
        boolean month = isSmall(tokens, at + 1)
                && (isSign(tokens, at + 2) || tokens.folded(at + 2).equals("năm"))
                && isYear(tokens, at + 3);
        return month ? new Days(at + 4, null, tokens.text(at + 3)) : null;
    }

    private static boolean isSign(Tokens tokens, int at) {
        return tokens.is(at, '/') || tokens.isDash(at) || tokens.is(at, '.');
    }

    private static boolean isSmall(Tokens tokens, int at) {
        if (tokens.shape(at) != Shape.NUMBER || tokens.length(at) > 2) {
            return false;
        }
        return tokens.text(at).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(Tokens tokens, int at) {
        return Integer.parseInt(tokens.text(at));
    }
}
