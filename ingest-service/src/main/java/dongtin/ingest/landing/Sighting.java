package dongtin.ingest.landing;

import dongtin.ingest.format.WireMessage;
import java.util.List;

/**
 * What a look at a place shows that changes nothing there.
 *
 * @param waiting how many messages wait to be taken
 * @param newest the newest message, waiting or else taken before; none where there never was one
 * @param problems what is wrong there, though it can be looked at
 */
public record Sighting(int waiting, List<Named> newest, List<String> problems) {

    public Sighting {
        newest = List.copyOf(newest);
        problems = List.copyOf(problems);
    }

    /** A message under the name that it has there. */
    public record Named(String name, WireMessage message) {}
}
