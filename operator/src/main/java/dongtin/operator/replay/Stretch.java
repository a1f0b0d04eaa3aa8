package dongtin.operator.replay;

/**
 * What is replayed of a partition, and what became of it.
 *
 * @param from the first offset
 * @param to the first offset that is not replayed any more
 * @param messages between them
 * @param published of these; would be, in a dry run
 * @param superseded of these, left out because a later message has the item in this version or a newer one
 * @param unreadable of these, left out because they are no items
 * @param caughtUp published once more, because they came while this ran
 */
record Stretch(
        int partition,
        long from,
        long to,
        long messages,
        long published,
        long superseded,
        long unreadable,
        long caughtUp) {}
