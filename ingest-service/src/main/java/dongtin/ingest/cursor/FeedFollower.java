package dongtin.ingest.cursor;

import java.util.Map;

/**
 * Works on feeds while this instance has them in hand: no other instance has them meanwhile. All calls come from one thread,
 * which must not be kept.
 */
public interface FeedFollower {

    /**
     * A feed is in hand from now on.
     *
     * @param kept what is kept of it, by kind
     */
    void taken(String feed, Map<String, byte[]> kept);

    /** Somebody, perhaps this instance, has kept something of a feed that is in hand. */
    void kept(String feed, String kind, byte[] value);

    /** A feed is in hand no more: nothing is to be begun for it. */
    void released(String feed);
}
