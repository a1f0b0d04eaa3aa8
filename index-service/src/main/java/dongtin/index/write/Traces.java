package dongtin.index.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Continues each message's trace from its header {@code traceparent} (W3C): of a batch, Spring Kafka sees only the whole. Thread-safe. */
@Component
class Traces {

    private final ObservationRegistry observations;

    Traces(ObservationRegistry observations) {
        this.observations = observations;
    }

    /** The work on one message, begun; to be stopped by the caller. */
    Observation continued(Headers headers) {
        return Observation.start("wire.index.item", () -> received(headers), observations);
    }

    private static ReceiverContext<Headers> received(Headers headers) {
        var context = new ReceiverContext<Headers>(Traces::text);
        context.setCarrier(headers);
        return context;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
