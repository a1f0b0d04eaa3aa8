package dongtin.ingest.raw;

import java.util.List;

/**
 * What publishing again would change of an item.
 *
 * @param kind what happens to it
 * @param fields of a changed item, those that are not as they were
 */
public record Change(Kind kind, String id, long version, List<String> fields) {

    public Change {
        fields = List.copyOf(fields);
    }

    /** What happens to an item. */
    public enum Kind {
        /** It is read differently. */
        CHANGED,
        /** The raw topic does not have it: it was not read before, or so long ago that the topic has let go of it. */
        ADDED,
        /** It was read out of the message before and is not any more; what was published of it stays. */
        GONE
    }
}
