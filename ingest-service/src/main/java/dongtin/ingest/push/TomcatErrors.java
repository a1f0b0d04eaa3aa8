package dongtin.ingest.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
        tomcat.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        });
    }

    /** What a sender asks for that does not exist is no failure of the service: 5xx would have it ask again. */
    private static final Set<Integer> NOT_OUR_FAULT = Set.of(501, 505);

    private static final class ProblemValve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            if (NOT_OUR_FAULT.contains(status)) {
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

        private static String detail(int status) {
            return switch (status) {
                case 417 -> "no expectation but 100-continue is met";
                case 501 -> "this method or Transfer-Encoding is not taken";
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
}
