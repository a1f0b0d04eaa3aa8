package dongtin.elasticsearch;

import java.nio.file.Path;

/**
 * Where a node lives and what it may take.
 *
 * @param home where the node's program is unpacked, once per version; may be shared by several nodes
 * @param data the node's data and logs, kept between runs; for one node at a time
 * @param port the HTTP port on 127.0.0.1; 0 for any free one, which the node then keeps when started again
 * @param heapMegabytes the limit of its heap
 */
public record NodeSettings(Path home, Path data, int port, int heapMegabytes) {

    private static final int DEFAULT_HEAP_MEGABYTES = 512;

    public NodeSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
        if (heapMegabytes < 128) {
            throw new IllegalArgumentException("a node needs a heap of at least 128 MB, not " + heapMegabytes);
        }
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    /** Settings with the default heap. */
    public NodeSettings(Path home, Path data, int port) {
        this(home, data, port, DEFAULT_HEAP_MEGABYTES);
    }
}
