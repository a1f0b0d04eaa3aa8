package dongtin.operator.dead;

import dongtin.message.Topics;
import dongtin.operator.console.Output;
import dongtin.operator.console.PointInTime;
import dongtin.operator.kafka.Position;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that choose dead letters: all that are given must fit. */
final class Selection {

    static final List<String> TOPICS = List.of(Topics.deadLetter(Topics.RAW), Topics.deadLetter(Topics.ENRICHED));

    @Parameters(
            arity = "0..*",
            paramLabel = "LETTER",
            description = "These letters, as list shows them: wire.raw.v1-dlt-3@42.")
    private List<String> letters = List.of();

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Of this topic; raw and enriched are short for the two that there are.")
    private @Nullable String topic;

    @Option(names = "--reason", paramLabel = "TEXT", description = "With this in the reason, in any case of letters.")
    private @Nullable String reason;

    @Option(names = "--item", paramLabel = "ID", description = "Of this item.")
    private @Nullable String item;

    @Option(names = "--from", paramLabel = "TIME", description = "Written then or later: " + PointInTime.FORMS + ".")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Written before.")
    private @Nullable String to;

    @Option(names = "--partition", paramLabel = "NUMBER", description = "On this partition.")
    private @Nullable Integer partition;

    @Option(names = "--offset", paramLabel = "FROM[-TO]", description = "At this offset, or at these, both included.")
    private @Nullable String offset;

    /** Whether anything is chosen at all. */
    boolean any() {
        return !letters.isEmpty()
                || topic != null
                || reason != null
                || item != null
                || from != null
                || to != null
                || partition != null
                || offset != null;
    }

    /** What is meant; wrong arguments are told. */
    Chosen chosen(Output output) {
        Set<Position> positions = new HashSet<>();
        for (String letter : letters) {
            Position position = Position.parse(letter)
                    .orElseThrow(() -> output.wrong("%s is no dead letter, as wire.raw.v1-dlt-3@42".formatted(letter)));
            if (!TOPICS.contains(position.topic())) {
                throw output.wrong("%s is not on %s".formatted(letter, String.join(" or ", TOPICS)));
            }
            positions.add(position);
        }
        long[] offsets = offsets(output);
        return new Chosen(
                topics(output),
                positions,
                reason == null ? null : reason.toLowerCase(Locale.ROOT),
                item,
                from == null ? null : output.time("--from", from),
                to == null ? null : output.time("--to", to),
                partition,
                offsets[0],
                offsets[1]);
    }

    private List<String> topics(Output output) {
        if (topic == null) {
            return TOPICS;
        }
        String full = switch (topic) {
            case "raw" -> TOPICS.getFirst();
            case "enriched" -> TOPICS.getLast();
            default -> topic;
        };
        if (!TOPICS.contains(full)) {
            throw output.wrong("--topic: %s is none of raw, enriched, %s".formatted(topic, String.join(", ", TOPICS)));
        }
        return List.of(full);
    }

    private long[] offsets(Output output) {
        if (offset == null) {
            return new long[] {0, Long.MAX_VALUE};
        }
        if (!offset.matches("\\d{1,18}+(?:-\\d{1,18}+)?")) {
            throw output.wrong("--offset: %s is neither an offset nor two, as 40-45".formatted(offset));
        }
        String[] ends = offset.split("-", 2);
        return new long[] {Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])};
    }

    /** Dead letters with all of these properties; of null, any. */
    record Chosen(
            List<String> topics,
            Set<Position> positions,
            @Nullable String reason,
            @Nullable String item,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer partition,
            long firstOffset,
            long lastOffset) {

        boolean holds(DeadLetter letter) {
            Position position = letter.position();
            return (positions.isEmpty() || positions.contains(position))
                    && (partition == null || partition == position.partition())
                    && position.offset() >= firstOffset
                    && position.offset() <= lastOffset
                    && (item == null || item.equals(letter.item()))
                    && (reason == null
                            || letter.reason().toLowerCase(Locale.ROOT).contains(reason))
                    && (from == null || !letter.written().isBefore(from))
                    && (to == null || letter.written().isBefore(to));
        }
    }
}
