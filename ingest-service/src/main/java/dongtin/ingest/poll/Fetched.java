package dongtin.ingest.poll;

import dongtin.ingest.format.Feed;
import dongtin.ingest.format.WireMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking for a feed. */
public sealed interface Fetched {

    /**
     * The feed's message.
     *
     * @param from the address that it came from in the end
     * @param body as it is after decompression; kept, not copied
     * @param contentType as declared by the settings, else by the server, unless the message's first character gives the
     *     lie to it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Message(URI from, byte[] body, @Nullable String contentType, Terms terms) implements Fetched {

        /** The message as the formats take it. */
        public WireMessage wireMessage(Feed feed, Instant received) {
            return new WireMessage(feed, contentType, body, received);
        }
    }

    /** The message has not changed since the validators were given. */
    record Unchanged(Terms terms) implements Fetched {}

    /** The server says that the feed is there no more and will not come back (410). */
    record Gone(URI from) implements Fetched {}

    /**
     * There is no message; it may be there later.
     *
     * @param reason for people: the same words for the same trouble
     * @param retryAfter when the server wants to be asked again, at the earliest
     */
    record Failed(String reason, @Nullable Duration retryAfter) implements Fetched {}
}
