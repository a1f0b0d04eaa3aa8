package dongtin.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code feeds check} found out about one way by which a feed's messages come.
 *
 * @param transport as the settings name the way
 * @param reachable nothing where nothing is to be reached, since the sender comes to us
 * @param parses nothing where there is no message to try
 * @param waiting how many messages wait; nothing where that is not known
 * @param newest the headline of the newest item
 * @param newestTime when that was made, as it says itself, else as the place says
 * @param problems what is wrong, for people
 */
record CheckedWay(
        String feed,
        String transport,
        @Nullable Boolean reachable,
        @Nullable Boolean parses,
        @Nullable Integer waiting,
        @Nullable String newest,
        @Nullable Instant newestTime,
        List<String> problems) {

    CheckedWay {
        problems = List.copyOf(problems);
    }

    /** A way that can not be used. */
    static CheckedWay unreachable(String feed, String transport, String problem) {
        return new CheckedWay(feed, transport, false, null, null, null, null, List.of(problem));
    }

    boolean fails() {
        return Boolean.FALSE.equals(reachable) || Boolean.FALSE.equals(parses) || !problems.isEmpty();
    }
}
