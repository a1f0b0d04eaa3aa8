package dongtin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTests {

    /** With and without {@link Letters#code}, some of them with a tone that moves. */
    private static final String LETTERS = "aàáạbcdđeéêghiklmnoóôợpquúưvxyýỳşöяж中9";

    @ParameterizedTest
    @CsvSource({
        "Hòa, hoà",
        "thuý, THÚY",
        "khoẻ, khỏe",
        "nghiêngs, NGHIÊNGS",
        "nghiêngss, NGHIÊNGSS",
        "Congresswoman, congressWOMAN",
        "Müller, MÜLLER",
        "şoá, ŞÓA",
        "–, -"
    })
    void wordHasOneNumberHoweverItIsSpelled(String added, String printed) {
        Vocabulary vocabulary = new Vocabulary();
        int number = vocabulary.add(added);
        assertThat(vocabulary.add(printed)).isEqualTo(number);
        assertThat(Tokens.of(printed, vocabulary).word(0)).isEqualTo(number);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void tokensBearTheNumbersOfTheirFoldedWords(long seed) {
        Random random = new Random(seed);
        Vocabulary vocabulary = new Vocabulary();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < 12_000; i++) { // more than the first size
            String word = word(random);
            numbers.put(Folding.fold(word), vocabulary.add(word));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            String word = word(random);
            text.append(random.nextBoolean() ? word : word.toUpperCase(Locale.ROOT))
                    .append(' ');
        }
        Tokens tokens = Tokens.of(text.toString(), vocabulary);
        for (int at = 0; at < tokens.size(); at++) {
            String folded = Folding.fold(tokens.text(at));
            assertThat(tokens.word(at)).as(folded).isEqualTo(numbers.getOrDefault(folded, 0));
            assertThat(tokens.folded(at)).isEqualTo(folded);
            assertThat(tokens.is(at, folded)).isTrue();
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(random.nextInt(8) == 0 ? 12 : 4); length > 0; length--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    @Test
    void tokenMayBeAsLongAsTheText() {
        for (int length : new int[] {30, 31, 32, 100_000}) {
            String word = "A".repeat(length);
            Tokens tokens = Tokens.of("a " + word + " b", new Vocabulary());
            assertThat(tokens.length(1)).isEqualTo(length);
            assertThat(tokens.text(1)).isEqualTo(word);
            assertThat(tokens.span(1, 2).end()).isEqualTo(length + 2);
            assertThat(tokens.text(2)).isEqualTo("b");
        }
    }

    @Test
    void beyondTheEndsNothingStands() {
        Tokens tokens = Tokens.of("a b", new Vocabulary());
        for (int at : new int[] {Integer.MIN_VALUE, -1, 2, 3, 100, Integer.MAX_VALUE - 1}) {
            assertThat(tokens.shape(at)).isEqualTo(Shape.SIGN);
            assertThat(tokens.length(at)).isZero();
            assertThat(tokens.startsLine(at)).isTrue();
            assertThat(tokens.joined(at)).isFalse();
            assertThat(tokens.word(at)).isZero();
            assertThat(tokens.text(at)).isEmpty();
            assertThat(tokens.folded(at)).isEmpty();
            assertThat(tokens.is(at, 'a')).isFalse();
            assertThat(tokens.isSyllable(at)).isFalse();
        }
    }

    @Test
    void phraseIsFoundWhateverOtherPhrasesShareItsWords() {
        Vocabulary vocabulary = new Vocabulary();
        Phrases<String> one = new Phrases<>(vocabulary);
        Phrases<String> other = new Phrases<>(vocabulary);
        one.put("tỉnh ủy viên", "long");
        one.put("bí thư", "pair");
        other.put("tỉnh", "single");
        other.put("thư ủy", "other");
        Tokens tokens = Tokens.of("tỉnh ủy bí thư ủy tỉnh ủy viên", vocabulary);
        assertThat(one.find(tokens, 0)).isNull();
        assertThat(other.find(tokens, 0)).isEqualTo("single");
        assertThat(one.end(tokens, 2)).isEqualTo(4);
        assertThat(other.find(tokens, 3)).isEqualTo("other");
        assertThat(one.end(tokens, 5)).isEqualTo(8);
        assertThat(tokens.mayBegin(0, one.collection() | other.collection())).isTrue();
        assertThat(tokens.mayBegin(1, one.collection() | other.collection())).isFalse();
    }

    @Test
    void setOfWordsTellsAtOnceWhoseWordsMayBegin() {
        Vocabulary vocabulary = new Vocabulary();
        WordSet set = new WordSet(vocabulary, java.util.List.of("nguyên"), java.util.List.of("former"));
        long collection = set.collection();
        Tokens tokens = Tokens.of("nguyên former khác đã từng được", vocabulary);
        assertThat(set.has(tokens, 0)).isTrue();
        assertThat(set.has(tokens, 1)).isFalse();
        assertThat(set.has(tokens, 2)).isFalse();
        assertThat(tokens.mayBegin(0, collection)).isTrue();
        assertThat(tokens.mayBegin(2, collection)).isFalse();
        assertThat(set.has(Tokens.of("the former one", vocabulary), 1)).isTrue();
    }
}
