package dongtin.enrich.text;

/**
 * The key by which spellings of one word are the same: lower case, and the tone mark on the first vowel of {@code oa},
 * {@code oe} and {@code uy} ({@code Uỷ} and {@code Ủy} are both {@code ủy}).
 */
public final class Folding {

    private static final String A = "àáảãạ";
    private static final String E = "èéẻẽẹ";
    private static final String Y = "ỳýỷỹỵ";

    /** The letters whose tone moves to the one before, if that is an {@code o} or {@code u} and makes a pair with them. */
    static final String MOVABLE = A + E + Y;

    private static final String O = "òóỏõọ";
    private static final String U = "ùúủũụ";

    private Folding() {}

    /** The key of {@code word}, which is in NFC. */
    public static String fold(String word) {
        char[] key = new char[word.length()];
        fold(word, 0, word.length(), key);
        return new String(key);
    }

    private static void fold(String text, int start, int end, char[] key) {
        for (int i = start; i < end; i++) {
            key[i - start] = Letters.folded(text.charAt(i));
        }
        moveTones(key, end - start);
    }

    private static void moveTones(char[] key, int length) {
        for (int i = 1; i < length; i++) {
            if (key[i] > 127 && (key[i - 1] == 'o' || key[i - 1] == 'u')) {
                moveTone(key, i);
            }
        }
    }

    private static void moveTone(char[] key, int i) {
        if (key[i - 1] == 'o') {
            move(key, i, A, O, 'a');
            move(key, i, E, O, 'e');
        } else {
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
