package dongtin.standalone.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A provider that writes stories, new versions of them and kills, and sends some messages twice or late; the same ones for the same seed. */
final class Newsroom {

    private static final double NEW_STORY = 0.6;
    private static final double NEW_VERSION = 0.7;
    private static final double KILL = 0.8;
    /** Stories further back are not touched again. */
    private static final int RECENT = 300;

    private final Random random;
    private final int stories;
    private final List<Story> newest = new ArrayList<>();
    private final Map<String, Story> first = new HashMap<>();

    Newsroom(long seed, int stories) {
        this.random = new Random(seed);
        this.stories = stories;
    }

    boolean hasMore() {
        return newest.size() < stories;
    }

    /** The next message. Its story's newest one, or one that was sent before. */
    Story next() {
        if (newest.isEmpty() || random.nextDouble() < NEW_STORY) {
            var story = new Story("urn:faults:" + newest.size(), 1, false);
            newest.add(story);
            first.put(story.uri(), story);
            return story;
        }
        int place = newest.size() - 1 - random.nextInt(Math.min(RECENT, newest.size()));
        Story story = newest.get(place);
        double what = random.nextDouble();
        if (story.killed() || what >= KILL) {
            // The same again, or the first one late: neither may bring anything back.
            return random.nextBoolean() ? story : first.getOrDefault(story.uri(), story);
        }
        var changed = new Story(story.uri(), story.version() + 1, what >= NEW_VERSION);
        newest.set(place, changed);
        return changed;
    }

    /** Each story as it must stand in the end. */
    Collection<Story> stories() {
        return List.copyOf(newest);
    }
}
