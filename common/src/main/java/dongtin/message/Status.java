package dongtin.message;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the provider lets be done with a version of an item; IPTC's {@code pubStatus}. */
public enum Status {
    /** For everyone. */
    USABLE("usable", 0),
    /** Not now: the item stays as a tombstone until a newer version is usable. */
    WITHHELD("withheld", 1),
    /** Killed: the item stays as a tombstone. */
    CANCELED("canceled", 2);

    private final String word;
    private final int rank;

    Status(String word, int rank) {
        this.word = word;
        this.rank = rank;
    }

    /** How it is written, on the wire and in the index. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The status that is a part of a message's {@linkplain RawItem#order() order}. */
    public static Status ofOrder(long order) {
        int rank = (int) (order & 3);
        return rank == USABLE.rank ? USABLE : rank == WITHHELD.rank ? WITHHELD : CANCELED;
    }

    /** Of two messages with the same version the one with the greater rank holds; less than 4. */
    int rank() {
        return rank;
    }
}
