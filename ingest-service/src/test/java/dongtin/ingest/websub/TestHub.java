package dongtin.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dongtin.ingest.poll.FeedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A hub as W3C WebSub has it: takes subscriptions, asks whether they are meant, and delivers, signed. */
final class TestHub {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What was asked for, in the order of arrival. */
    final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

    /** The subscriptions that were confirmed, by topic; a later one replaces an earlier one. */
    final Map<String, Map<String, String>> confirmed = new ConcurrentHashMap<>();

    volatile int leaseSeconds = 1_000;
    volatile int answer = 202;

    /** Answers a request for a subscription, and asks back once that is sent. */
    void subscribe(HttpExchange exchange, FeedServer.Asked request) throws IOException {
        Map<String, String> form = Arrays.stream(request.body().split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
        FeedServer.with(answer, answer == 202 ? new byte[0] : "hub.reason=no".getBytes(UTF_8))
                .to(exchange);
        if (answer == 202) {
            String challenge = UUID.randomUUID().toString();
            HttpResponse<String> meant = ask(
                    String.valueOf(form.get("hub.callback")),
                    Map.of(
                            "hub.mode",
                            "subscribe",
                            "hub.topic",
                            String.valueOf(form.get("hub.topic")),
                            "hub.challenge",
                            challenge,
                            "hub.lease_seconds",
                            String.valueOf(leaseSeconds)));
            if (meant.statusCode() == 200 && meant.body().equals(challenge)) {
                confirmed.put(String.valueOf(form.get("hub.topic")), form);
            }
        }
        asked.add(form);
    }

    static HttpResponse<String> ask(String callback, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(callback + "?" + query)).build());
    }

    /** Delivers as the subscriber of the topic asked for it. */
    HttpResponse<String> deliver(String topic, String type, byte[] body) {
        Map<String, String> subscription = confirmed.get(topic);
        if (subscription == null) {
            throw new IllegalStateException("nobody has subscribed to " + topic);
        }
        byte[] mac = Signature.mac(
                "HmacSHA256", String.valueOf(subscription.get("hub.secret")).getBytes(UTF_8), body);
        return deliver(
                String.valueOf(subscription.get("hub.callback")),
                type,
                body,
                "sha256=" + HexFormat.of().formatHex(mac));
    }

    static HttpResponse<String> deliver(String callback, String type, byte[] body, String signature) {
        var request = HttpRequest.newBuilder(URI.create(callback))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (!signature.isEmpty()) {
            request.header("X-Hub-Signature", signature);
        }
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
