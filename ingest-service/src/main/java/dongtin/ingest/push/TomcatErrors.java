package dongtin.ingest.push;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Has Tomcat speak as the service does: requests that it answers itself, because they are no right HTTP, get problem details,
 * too; and who asks before sending a body ({@code Expect: 100-continue}) is told to go on only when the body is wanted.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TomcatErrors implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);

    private final Duration longestDrain;

    /** What is thrown away may take no longer than what is wanted. */
    TomcatErrors(PushProperties properties) {
        Duration body = properties.bodyTimeout();
        longestDrain = body.compareTo(LONGEST_DRAIN) < 0 ? body : LONGEST_DRAIN;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(longestDrain)));
        tomcat.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        });
    }

    private static final long MOST_DRAINED = 128L * 1024 * 1024;

    /** What a sender asks for that does not exist is no failure of the service: 5xx would have it ask again. */
    private static final Set<Integer> NOT_OUR_FAULT = Set.of(501, 505);

    private static final class ProblemValve extends ErrorReportValve {

        private final Duration longestDrain;

        ProblemValve(Duration longestDrain) {
            this.longestDrain = longestDrain;
        }

        /**
         * After a refusal the rest of the body is thrown away here, so that a sender who writes before it reads sees the answer. Tomcat
         * would do it too, but for as long as bytes drip in.
         */
        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            super.invoke(request, response);
            if (response.getStatus() >= 400 && request.getHeader("Expect") == null && !drained(request, response)) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null); // and the connection ends
            }
        }

        private boolean drained(Request request, Response response) {
            long deadline = System.nanoTime() + longestDrain.toNanos();
            var nowhere = new Discarded();
            long left = MOST_DRAINED;
            try {
                response.finishResponse();
                int read = request.getCoyoteRequest().doRead(nowhere);
                while (read >= 0 && left > 0 && System.nanoTime() - deadline < 0) {
                    left -= read;
                    read = request.getCoyoteRequest().doRead(nowhere);
                }
                return read < 0;
            } catch (IOException e) {
                container.getLogger().debug("the sender did not wait for its answer", e);
                return false;
            }
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            if (ending(request)) {
                // What was cut off because this service is told to end is no fault of the sender's.
                status = HttpStatus.SERVICE_UNAVAILABLE.value();
                response.setStatus(status);
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            } else if (NOT_OUR_FAULT.contains(status)) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
            }
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream()
                        .write(problem(response.getStatus(), detail(status)).getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException e) {
                container.getLogger().debug("the sender did not wait for its answer", e);
            }
        }

        private static boolean ending(Request request) {
            return request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                    && protocol.isPaused();
        }

        private static String detail(int status) {
            return switch (status) {
                case 417 -> "no expectation but 100-continue is met";
                case 501 -> "this method or Transfer-Encoding is not taken";
                case 503 -> "the service is ending";
                case 505 -> "HTTP/1.1 is spoken here";
                default -> "no HTTP that is taken: its path, a header, its length or its size is not right";
            };
        }

        private static String problem(int status, String detail) {
            HttpStatus known = HttpStatus.resolve(status);
            return "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                    .formatted(known == null ? "Error" : known.getReasonPhrase(), status, detail);
        }
    }

    /** Where Tomcat puts what it has read: it is left there. */
    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
