package dongtin.enrich.text;

/**
 * The key by which spellings of one word are the same: lower case, and the tone mark on the first vowel of {@code oa},
 * {@code oe} and {@code uy} ({@code Uỷ} and {@code Ủy} are both {@code ủy}).
 */
public final class Folding {

    private static final String A = "àáảãạ";
    private static final String E = "èéẻẽẹ";
    private static final String Y = "ỳýỷỹỵ";
    private static final String O = "òóỏõọ";
    private static final String U = "ùúủũụ";

    private Folding() {}

    /** The key of {@code word}, which is in NFC. */
    public static String fold(String word) {
        char[] key = new char[word.length()];
        fold(word, 0, word.length(), key);
        return new String(key);
    }

    static void fold(String text, int start, int end, char[] key) {
        for (int i = start; i < end; i++) {
            key[i - start] = lower(text.charAt(i));
        }
        for (int i = 1; i < end - start; i++) {
            if (key[i] > 'z') {
                moveTone(key, i);
            }
        }
    }

    private static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return switch (c) {
            case '–', '—', '‐', '‑', '−' -> '-';
            case 'Ð', 'ð' -> 'đ';
            default -> Character.toLowerCase(c);
        };
    }

    private static void moveTone(char[] key, int i) {
        char before = key[i - 1];
        if (before == 'o') {
            move(key, i, A, O, 'a');
            move(key, i, E, O, 'e');
        } else if (before == 'u') {
            move(key, i, Y, U, 'y');
        }
    }

    private static void move(char[] key, int i, String marked, String onFirst, char plain) {
        int tone = marked.indexOf(key[i]);
        if (tone >= 0) {
            key[i - 1] = onFirst.charAt(tone);
            key[i] = plain;
        }
    }
}
