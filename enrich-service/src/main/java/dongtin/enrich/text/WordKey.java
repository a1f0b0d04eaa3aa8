package dongtin.enrich.text;

/**
 * A short word, folded, as one number: a byte for each letter, which is its {@link Letters#code}. All syllables of Vietnamese are short. Longer words, and those
 * written with other letters, have no key.
 */
final class WordKey {

    /** How many letters a key has room for. */
    static final int LONGEST = Long.BYTES;

    static final long NONE = 0;

    private static final int LETTER = 0xFF;
    private static final int O = code('o');
    private static final int U = code('u');

    /** By the code of a vowel that bears a tone: what it becomes together with an {@code o} or {@code u} before it; 0 if both stay as they are. */
    private static final char[] BEHIND_O = moved('o');

    private static final char[] BEHIND_U = moved('u');

    private WordKey() {}

    /** The key of a word that is folded already. */
    static long of(String folded) {
        long key = NONE;
        for (int i = 0; i < folded.length(); i++) {
            int code = code(folded.charAt(i));
            if (code == 0 || i == LONGEST) {
                return NONE;
            }
            key = key << Byte.SIZE | code;
        }
        return key;
    }

    /** The key of the word that has one letter more than that of {@code key}; of use only while there is room and all letters have codes. */
    static long append(long key, int traits) {
        if ((traits & Letters.MOVABLE) != 0) {
            int before = (int) key & LETTER;
            int both = before == O ? BEHIND_O[Letters.code(traits)] : before == U ? BEHIND_U[Letters.code(traits)] : 0;
            if (both != 0) {
                return (key & ~LETTER) << Byte.SIZE | both;
            }
        }
        return key << Byte.SIZE | Letters.code(traits);
    }

    private static int code(char folded) {
        return Letters.code(Letters.traits(folded));
    }

    private static char[] moved(char before) {
        char[] moved = new char[LETTER + 1];
        for (char vowel : Folding.MOVABLE.toCharArray()) {
            String folded = Folding.fold("" + before + vowel);
            moved[code(vowel)] = folded.charAt(1) == vowel ? 0 : (char) of(folded);
        }
        return moved;
    }
}
