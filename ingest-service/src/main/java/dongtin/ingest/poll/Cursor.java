package dongtin.ingest.poll;

import dongtin.ingest.format.Reading;
import dongtin.ingest.raw.RawMessage;
import dongtin.ingest.raw.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed was read: which items, in which wording, are published. There is no time in it below which items were old:
 * one that comes late, or with the time of another, is as new as any.
 *
 * @param revision grows with each change
 * @param validators of the message that was read last
 * @param sha256 of that message; null before the first
 * @param seen digests by item id, of all items of that message and of those that left the feed last
 * @param refused how often that message's items were refused, by reason
 */
record Cursor(
        long revision,
        Instant at,
        Validators validators,
        @Nullable String sha256,
        Map<String, List<String>> seen,
        Map<String, Integer> refused) {

    static final Cursor START = new Cursor(0, Instant.EPOCH, Validators.NONE, null, Map.of(), Map.of());

    /** How many items are remembered besides those of the last message: caches show old messages again for a while. */
    private static final int REMEMBERED = 1_000;

    private static final int REASON = 100;

    /** What is new in a message, and the cursor that holds once that is published. */
    record Step(Taken.Published fresh, Cursor cursor) {}

    /** @param read all that the message holds */
    Step step(Taken.Published read, Validators validators, String sha256, Instant received) {
        var fresh = new ArrayList<RawMessage>();
        Map<String, List<String>> present = new LinkedHashMap<>();
        for (RawMessage item : read.items()) {
            String id = item.item().id();
            String digest = ItemDigest.of(item);
            if (!seen.getOrDefault(id, List.of()).contains(digest)) {
                fresh.add(item);
            }
            // A message may hold several versions of an item.
            present.computeIfAbsent(id, any -> new ArrayList<>()).add(digest);
        }
        Map<String, Integer> reasons = new HashMap<>();
        var refusals = new ArrayList<Reading.Refused>();
        for (Reading.Refused refusal : read.refused()) {
            // By reason and number, as the place moves whenever another item comes in before it.
            String reason = refusal.reason();
            String key = reason.substring(0, Math.min(reason.length(), REASON)); // it may quote the item at length
            if (reasons.merge(key, 1, Integer::sum) > refused.getOrDefault(key, 0)) {
                refusals.add(refusal);
            }
        }
        var after = new Cursor(revision + 1, received, validators, sha256, remember(present), reasons);
        return new Step(new Taken.Published(fresh, refusals), after);
    }

    /** The same message came again, or one without items. */
    Cursor readAgain(Validators validators, String sha256, Instant received) {
        return new Cursor(revision + 1, received, validators, sha256, seen, refused);
    }

    /** What was delivered is not new when it is polled. */
    Cursor with(Delivered delivered) {
        Map<String, List<String>> more = new LinkedHashMap<>(seen);
        more.putAll(delivered.items());
        return new Cursor(revision, at, validators, sha256, more, refused);
    }

    private Map<String, List<String>> remember(Map<String, List<String>> present) {
        Map<String, List<String>> all = new LinkedHashMap<>(seen);
        all.keySet().removeAll(present.keySet());
        Iterator<String> oldest = all.keySet().iterator();
        for (int tooMany = all.size() - REMEMBERED; tooMany > 0; tooMany--) {
            oldest.next();
            oldest.remove();
        }
        all.putAll(present);
        return all;
    }

    /** Digests by item id. */
    static Map<String, List<String>> digests(Collection<RawMessage> items) {
        Map<String, List<String>> digests = new LinkedHashMap<>();
        items.forEach(item -> digests.computeIfAbsent(item.item().id(), any -> new ArrayList<>())
                .add(ItemDigest.of(item)));
        return digests;
    }
}
