package dongtin.ingest.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The trace of a message: continues that of a push, begins one for what is fetched, and goes on with its raw items, by the header {@code
 * traceparent} (W3C). Thread-safe.
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

    /** Takes a message as one step of its trace, and measures how long that takes ({@code wire.ingest.take}). */
    Taken take(String feed, Supplier<Taken> work) {
        Observation observation =
                Observation.createNotStarted("wire.ingest.take", observations).lowCardinalityKeyValue("feed", feed);
        Taken taken = observation.observe(work);
        if (taken == null) {
            throw new IllegalStateException("nothing was taken, and nothing refused");
        }
        return taken;
    }

    /** Sets the headers that continue the step which the thread is at, if it is at one. */
    void handOn(Headers headers) {
        Span span = tracer.currentSpan();
        if (span != null) {
            propagator.inject(span.context(), headers, Traces::replace);
        }
    }

    private static void replace(@Nullable Headers headers, String name, String value) {
        if (headers != null) {
            headers.remove(name).add(name, value.getBytes(UTF_8));
        }
    }
}
