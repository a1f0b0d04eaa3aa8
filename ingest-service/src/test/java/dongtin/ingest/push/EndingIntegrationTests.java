package dongtin.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What becomes of a push whose body is on its way when the service is told to end; who sends no more of it gets no answer. */
class EndingIntegrationTests {

    private static final String ITEM = "{\"uri\": \"ending-1\", \"headline\": \"Cam chín\", \"type\": \"text\"}";

    @Test
    void pushIsTakenToItsEndAndNoOtherBegun() throws IOException {
        var service = PushService.start();
        try (Socket sender = begun(service)) {
            CompletableFuture<Void> ended = CompletableFuture.runAsync(service::close);
            awaitClosedTo(service);
            sender.getOutputStream().write(ITEM.substring(10).getBytes(UTF_8));

            assertThat(answer(sender)).startsWith("HTTP/1.1 202");
            ended.join();
        }
    }

    /** A push whose body the service waits for, of which it has ten bytes. */
    private static Socket begun(PushService service) throws IOException {
        Socket sender = service.connect();
        String head = "POST /v1/feeds/demo/items HTTP/1.1\r\nHost: dong-tin\r\nAuthorization: Bearer demo-token\r\n"
                + "Content-Type: application/json\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n"
                        .formatted(ITEM.getBytes(UTF_8).length);
        sender.getOutputStream().write(head.getBytes(UTF_8));
        String goOn = "HTTP/1.1 100 \r\n\r\n";
        assertThat(new String(sender.getInputStream().readNBytes(goOn.length()), UTF_8))
                .isEqualTo(goOn);
        sender.getOutputStream().write(ITEM.substring(0, 10).getBytes(UTF_8));
        return sender;
    }

    private static void awaitClosedTo(PushService service) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !isOpen(service));
    }

    private static boolean isOpen(PushService service) {
        try {
            service.connect().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String answer(Socket sender) throws IOException {
        return new String(sender.getInputStream().readAllBytes(), UTF_8);
    }
}
