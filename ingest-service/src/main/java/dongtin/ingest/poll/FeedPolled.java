package dongtin.ingest.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed was polled, and its server answered with a message or that there is no change. Told to whoever listens, in the
 * thread of the poll.
 *
 * @param message null where there was no change
 * @param links of the answer's headers
 */
public record FeedPolled(String feed, Fetched.@Nullable Message message, List<FeedLink> links) {}
