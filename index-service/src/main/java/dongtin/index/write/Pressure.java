package dongtin.index.write;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Elasticsearch means when it says that it has no room in memory: for now, or never. It answers 429 both when others take
 * the room and to what is more than a part of its heap; of a document it counts the bytes once where it comes in and four
 * times where it is indexed, and has a tenth of the heap for all of them.
 */
final class Pressure {

    /** Of the setting {@code indexing_pressure.memory.max_operation_size}. */
    private static final Pattern TOO_LARGE =
            Pattern.compile("operation of size \\[\\d+] bytes, which exceeds the maximum allowed limit");

    /** Such as {@code [coordinating_and_primary_bytes=9, replica_bytes=0, all_bytes=9, primary_operation_bytes=31, max_primary_bytes=30]}. */
    private static final Pattern REJECTED = Pattern.compile(
            "\\[(?:coordinating_and_primary_bytes=(\\d{1,18}), )?replica_bytes=\\d++, (?:all_bytes=\\d++, )?"
                    + "\\w+_operation_bytes=(\\d{1,18}), max_\\w+_bytes=(\\d{1,18})]");

    private static final long OVERHEAD = 16_384;

    private Pressure() {}

    /**
     * Whether the request will never fit, as it is.
     *
     * @param reason what Elasticsearch said
     * @param own bytes of the documents of the request
     */
    static boolean neverFits(String reason, long own) {
        Matcher rejected = REJECTED.matcher(reason);
        if (!rejected.find()) {
            return TOO_LARGE.matcher(reason).find();
        }
        long operation = Long.parseLong(rejected.group(2));
        long most = Long.parseLong(rejected.group(3));
        long held = rejected.group(1) == null ? 0 : Long.parseLong(rejected.group(1));
        boolean nobodyElse = held <= own + own / 100 + OVERHEAD;
        return operation > most || (nobodyElse && operation + held > most);
    }
}
