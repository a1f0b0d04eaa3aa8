package dongtin.ingest.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real server on loopback whose answers a test sets, path by path; it notes what it was asked. */
public final class FeedServer implements AutoCloseable {

    /** What a path answers with; it closes the exchange. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A request as it came. */
    public record Asked(String path, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private final String address;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public FeedServer() {
        this("127.0.0.1");
    }

    /** @param address of loopback */
    FeedServer(String address) {
        this.address = address;
        try {
            server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI at(String path) {
        return URI.create(
                "http://%s:%d%s".formatted(address, server.getAddress().getPort(), path));
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void set(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** An answer that depends on what was sent. */
    @FunctionalInterface
    public interface FormAnswer {
        void to(HttpExchange exchange, Asked asked) throws IOException;
    }

    public void hub(String path, FormAnswer answer) {
        set(path, exchange -> answer.to(exchange, asked(path).getLast()));
    }

    /** Answers with a status, headers as {@code Name: value}, and a body. */
    public static Answer with(int status, byte[] body, String... headers) {
        return exchange -> {
            for (String header : headers) {
                int colon = header.indexOf(':');
                exchange.getResponseHeaders()
                        .add(
                                header.substring(0, colon),
                                header.substring(colon + 1).strip());
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        };
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        asked.add(new Asked(path, Map.copyOf(exchange.getRequestHeaders()), body));
        answers.getOrDefault(path, with(404, new byte[0])).to(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
