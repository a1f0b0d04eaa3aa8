package dongtin.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Continues an item's trace from the headers of its raw message ({@code traceparent}, W3C) and hands it on with its enriched one. By
 * hand, for each item: of a batch, Spring Kafka sees only the whole. Thread-safe.
 */
@Component
class Traces {

    private final ObservationRegistry observations;
    private final Tracer tracer;
    private final Propagator propagator;

    Traces(ObservationRegistry observations, Tracer tracer, Propagator propagator) {
        this.observations = observations;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The work on one item, begun; to be stopped by the caller. */
    Observation continued(Headers headers) {
        return Observation.start("wire.enrich.item", () -> received(headers), observations);
    }

    private static ReceiverContext<Headers> received(Headers headers) {
        var context = new ReceiverContext<Headers>(Traces::text);
        context.setCarrier(headers);
        return context;
    }

    /** Sets the headers that continue the work which the thread is at. */
    void handOn(Headers headers) {
        Span span = tracer.currentSpan();
        if (span != null) {
            propagator.inject(span.context(), headers, Traces::replace);
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static void replace(@Nullable Headers headers, String name, String value) {
        if (headers != null) {
            headers.remove(name).add(name, value.getBytes(UTF_8));
        }
    }
}
