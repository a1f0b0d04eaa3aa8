package dongtin.ingest.raw;

import dongtin.ingest.raw.Change.Kind;
import dongtin.ingest.raw.Reparse.Selection;
import dongtin.message.MessageJson;
import dongtin.message.MessageJson.UnreadableMessage;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is on the raw topic, to compare with what would be published again. It remembers where, and reads on demand. */
final class Published implements AutoCloseable {

    private final TopicReader reader;
    private final Map<Source, Map<String, Where>> items = new HashMap<>();

    private record Source(String sha256, Instant received) {}

    private record Where(TopicPartition partition, long offset, UUID hash, long version) {}

    Published(ConsumerFactory<?, ?> consumers, Selection selection) {
        reader = new TopicReader(consumers, Topics.RAW);
        reader.read(ReparseRun.start(reader, selection), reader.end(), this::remember);
    }

    private void remember(ConsumerRecord<String, byte[]> record) {
        try {
            RawItem item = MessageJson.read(record.value(), RawItem.class);
            items.computeIfAbsent(new Source(item.original().sha256(), item.received()), source -> new HashMap<>())
                    .put(
                            item.id(),
                            new Where(
                                    new TopicPartition(record.topic(), record.partition()),
                                    record.offset(),
                                    hash(record.value()),
                                    item.version()));
        } catch (UnreadableMessage e) {
            // No item of ours: enrich-service dead-letters it, and there is nothing to compare.
            return;
        }
    }

    /** What publishing these items of a message again would change. */
    List<Change> changes(Original original, List<RawMessage> again) {
        Map<String, Where> before = items.getOrDefault(new Source(original.sha256(), original.received()), Map.of());
        var changes = new ArrayList<Change>();
        Set<String> gone = new HashSet<>(before.keySet());
        for (RawMessage message : again) {
            gone.remove(message.item().id());
            Change change = change(message, before.get(message.item().id()));
            if (change != null) {
                changes.add(change);
            }
        }
        gone.stream().sorted().forEach(id -> {
            Where where = before.get(id);
            changes.add(new Change(Kind.GONE, id, where == null ? 0 : where.version(), List.of()));
        });
        return changes;
    }

    private @Nullable Change change(RawMessage message, @Nullable Where where) {
        RawItem item = message.item();
        if (where == null) {
            return new Change(Kind.ADDED, item.id(), item.version(), List.of());
        }
        return where.hash().equals(hash(message.json()))
                ? null
                : changed(item, reader.at(where.partition(), where.offset()), message.json());
    }

    private static UUID hash(byte[] json) {
        return UUID.nameUUIDFromBytes(json); // 128 bits, and small
    }

    private static Change changed(RawItem item, byte[] before, byte[] after) {
        JsonNode old = JsonMapper.shared().readTree(before);
        JsonNode now = JsonMapper.shared().readTree(after);
        Set<String> names = new LinkedHashSet<>(old.propertyNames());
        names.addAll(now.propertyNames());
        names.removeIf(name -> old.path(name).equals(now.path(name)));
        return new Change(Kind.CHANGED, item.id(), item.version(), List.copyOf(names));
    }

    @Override
    public void close() {
        reader.close();
    }
}
