package dongtin.ingest.landing;

import dongtin.ingest.landing.Settled.Snapshot;
import java.io.IOException;

/**
 * What is done to a file where it landed. What concerns that file alone is a {@link java.nio.file.FileSystemException};
 * any other exception means the place as a whole.
 */
public interface Place {

    /** The file's state by now, without following links. */
    Snapshot snapshot(String name) throws IOException;

    /** The file's first bytes, as many as {@code most}. */
    byte[] read(String name, int most) throws IOException;

    /** Moves the file to where it belongs after what became of it, with the reason beside it where there is one. */
    void put(String name, Receipt receipt) throws IOException;
}
