package dongtin.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The meters of each feed, made when its first item comes. The names come out of messages: whatever is on the topic, there is no
 * series for each. Thread-safe.
 *
 * @param <M> the meters of one feed
 */
public final class MetersByFeed<M> {

    /** What can not be read tells no feed; no feed can have this name. Its meters are there from the start. */
    public static final String UNREADABLE = "(unreadable)";

    private static final String OTHERS = "(others)";
    private static final int MOST_FEEDS = 1_000;
    private static final int LONGEST_NAME = 64;

    private final Map<String, M> feeds = new ConcurrentHashMap<>();
    private final Function<String, M> meters;

    /** @param meters makes those of the feed that it is given */
    public MetersByFeed(Function<String, M> meters) {
        this.meters = meters;
        of(UNREADABLE);
    }

    /** The feed's own, or those that all feeds over the thousandth and with a name that is none share. */
    public M of(String feed) {
        boolean known = feeds.containsKey(feed) || (feeds.size() < MOST_FEEDS && feed.length() <= LONGEST_NAME);
        return feeds.computeIfAbsent(known ? feed : OTHERS, meters);
    }
}
