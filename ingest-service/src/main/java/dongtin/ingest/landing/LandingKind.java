package dongtin.ingest.landing;

import java.util.List;

/** One kind of landing: makes those that the settings describe, and connects to nothing yet. */
public interface LandingKind {

    /** One for each feed that has such a way; none in most instances. */
    List<Landing> landings();
}
