package dongtin.ingest.format;

import java.util.List;

/** One format that wires send. Thread-safe, and the same answer whenever it reads the same message. */
interface WireFormat {

    /** What it is called in {@link dongtin.message.RawItem.Original#format()} and in messages to people. */
    String name();

    /** Whether it is this format's to read, by what the sender declared and, where that says too little, by content. */
    boolean claims(WireContent content);

    /**
     * An answer for each item, in the message's order; or one {@link Reading.Malformed}.
     *
     * @throws Excess where the message holds more than it may
     */
    List<Reading> read(WireContent content);
}
