package dongtin.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** Takes the spans that services export by OTLP over HTTP, and tells which services exported some of a trace. Thread-safe. */
final class SpanCollector implements AutoCloseable {

    private final HttpServer server;

    /** Each export in protobuf, read as if it were text: names and ids stand in it as they are. */
    private final Queue<String> exports = new ConcurrentLinkedQueue<>();

    SpanCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            exports.add(new String(
                    zipped ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body, ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:%d/v1/traces".formatted(server.getAddress().getPort());
    }

    /** Those of the services that exported spans of a trace. */
    List<String> exporters(String trace, List<String> services) {
        String id = new String(HexFormat.of().parseHex(trace), ISO_8859_1);
        return services.stream()
                .filter(service -> exports.stream().anyMatch(export -> export.contains(id) && export.contains(service)))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
