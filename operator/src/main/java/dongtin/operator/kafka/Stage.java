package dongtin.operator.kafka;

import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A service that reads items from a topic. */
public enum Stage {
    /** From raw items to enriched ones. */
    ENRICH(Topics.RAW, "enrich"),
    /** From enriched items to the index. */
    INDEX(Topics.ENRICHED, "index");

    private final String topic;
    private final String group;

    Stage(String topic, String group) {
        this.topic = topic;
        this.group = group;
    }

    /** What it reads. */
    public String topic() {
        return topic;
    }

    /** Whether it is the topic of a stage's dead letters. */
    public static boolean ofDeadLetters(String topic) {
        return Arrays.stream(values())
                .anyMatch(stage -> Topics.deadLetter(stage.topic).equals(topic));
    }

    /** The consumer group of its instances, as their settings have it by default. */
    public String group() {
        return group;
    }

    /**
     * A message on its topic.
     *
     * @throws MessageJson.UnreadableMessage if it is none; so does the service say
     */
    public ItemVersion read(byte @Nullable [] message) {
        return switch (this) {
            case ENRICH -> ItemVersion.of(MessageJson.read(message, RawItem.class), null);
            case INDEX -> {
                EnrichedItem item = MessageJson.read(message, EnrichedItem.class);
                yield ItemVersion.of(item.item(), item.enriched());
            }
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
