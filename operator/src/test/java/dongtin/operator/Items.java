package dongtin.operator;

import dongtin.message.EnrichedItem;
import dongtin.message.RawItem;
import dongtin.message.Status;
import dongtin.message.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items for tests. */
public final class Items {

    public static final Instant RECEIVED = Instant.parse("2026-11-24T01:00:00Z");

    private Items() {}

    public static RawItem raw(String id, long version, Status status) {
        return raw(id, version, status, RECEIVED, null, "ab".repeat(32));
    }

    public static RawItem raw(
            String id, long version, Status status, Instant received, @Nullable Instant embargoed, String sha256) {
        return new RawItem(
                id,
                "urn:" + id,
                version,
                status,
                "TTXVN",
                "demo",
                null,
                "vi",
                "Tin của " + id + " số " + version,
                null,
                "Ông Trần Văn Mẫu quán triệt Quy định 144-QĐ/TW.",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                Instant.parse("2026-11-23T22:00:00Z"),
                null,
                embargoed,
                received,
                new RawItem.Original("ninjs", sha256),
                List.of(),
                List.of());
    }

    public static EnrichedItem enriched(RawItem item) {
        return enriched(item, item.received().plus(Duration.ofMillis(250)));
    }

    public static EnrichedItem enriched(RawItem item, Instant when) {
        return new EnrichedItem(item, new Tags(List.of(), List.of()), when);
    }

    public static EnrichedItem enriched(String id, long version, Status status) {
        return enriched(raw(id, version, status));
    }
}
