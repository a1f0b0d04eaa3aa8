package dongtin.ingest.raw;

import dongtin.watch.ItemTraces;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/**
 * The trace of a message: continues that of a push, begins one for what is fetched, and goes on with its raw items, by the header {@code
 * traceparent} (W3C). Thread-safe.
 */
@Component
@Import(ItemTraces.class)
class Traces {

    private final ObservationRegistry observations;
    private final ItemTraces items;

    Traces(ObservationRegistry observations, ItemTraces items) {
        this.observations = observations;
        this.items = items;
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
        items.handOn(headers);
    }
}
