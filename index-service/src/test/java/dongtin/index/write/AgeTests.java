package dongtin.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.RawItem;
import dongtin.message.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgeTests {

    private static final Instant INDEXED = Items.RECEIVED.plusMillis(1_500);

    @Test
    void countsFromTheCreationOfTheVersion() {
        Instant story = Items.RECEIVED.minusSeconds(86_400);
        Instant correction = Items.RECEIVED.minusSeconds(20);

        assertThat(Age.of(item(story, correction), INDEXED)).isEqualTo(new Age(20_000L, 1_500, 21_500L));
        assertThat(Age.of(item(story, null), INDEXED)).isEqualTo(new Age(86_400_000L, 1_500, 86_401_500L));
    }

    @Test
    void ofAnUnknownCreationOnlyOurShareIsKnown() {
        assertThat(Age.of(item(null, null), INDEXED)).isEqualTo(new Age(null, 1_500, null));
    }

    @Test
    void clockThatIsAheadGivesANegativeAge() {
        assertThat(Age.of(item(Items.RECEIVED.plusSeconds(5), null), INDEXED))
                .isEqualTo(new Age(-5_000L, 1_500, -3_500L));
    }

    @Test
    void unheardOfTimesDoNotStopTheWriting() {
        assertThat(Age.of(item(Instant.MIN, null), INDEXED).searchable()).isEqualTo(Long.MAX_VALUE);
        assertThat(Age.of(item(Instant.MAX, null), INDEXED).searchable()).isEqualTo(Long.MIN_VALUE);
    }

    private static RawItem item(@Nullable Instant firstCreated, @Nullable Instant versionCreated) {
        return new RawItem(
                "a",
                null,
                1,
                Status.USABLE,
                "TTXVN",
                "demo",
                null,
                "vi",
                "Tin",
                null,
                "",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                firstCreated,
                versionCreated,
                null,
                Items.RECEIVED,
                new RawItem.Original("ninjs", "00"),
                List.of(),
                List.of());
    }
}
