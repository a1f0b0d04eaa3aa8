package dongtin.watch;

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

/**
 * Takes an item's trace from the headers of its message ({@code traceparent}, W3C) and hands it on by those of the next. By hand, for
 * each item: of a batch, Spring Kafka sees only the whole. Thread-safe.
 */
public final class ItemTraces {

    private final ObservationRegistry observations;
    private final Tracer tracer;
    private final Propagator propagator;

    public ItemTraces(ObservationRegistry observations, Tracer tracer, Propagator propagator) {
        this.observations = observations;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /**
     * The work on one item, begun; to be stopped by the caller.
     *
     * @param step its name, such as {@code wire.index.item}
     * @param headers of the message that brought the item
     */
    public Observation continued(String step, Headers headers) {
        return Observation.start(step, () -> received(headers), observations);
    }

    private static ReceiverContext<Headers> received(Headers headers) {
        var context = new ReceiverContext<Headers>(ItemTraces::text);
        context.setCarrier(headers);
        return context;
    }

    /** Sets the headers that continue the work which the thread is at, if it is at one. */
    public void handOn(Headers headers) {
        Span span = tracer.currentSpan();
        if (span != null) {
            propagator.inject(span.context(), headers, ItemTraces::replace);
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
