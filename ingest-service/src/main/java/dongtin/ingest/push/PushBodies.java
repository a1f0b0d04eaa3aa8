package dongtin.ingest.push;

import dongtin.ingest.raw.ByteBudget;
import dongtin.ingest.raw.IntakeProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Reads bodies, all together within the memory they may take. Strangers, whose signature can only be checked when all is read,
 * have one half for themselves, so that they cannot take the place of those who are known. Thread-safe.
 */
@Component
class PushBodies {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final int limit;
    private final Duration timeout;
    private final ByteBudget known;
    private final ByteBudget strangers;

    PushBodies(PushProperties properties, IntakeProperties intake) {
        limit = Math.toIntExact(intake.maxBody().toBytes());
        timeout = properties.bodyTimeout();
        long half = properties.inFlightFor(intake) / 2;
        known = budget(half);
        strangers = budget(half);
    }

    /** The body of a sender who is known. */
    PushBody ofKnown(HttpServletRequest request) {
        return PushBody.read(request, limit, timeout, known);
    }

    /** The body of a sender who is not known before it is read. */
    PushBody ofStranger(HttpServletRequest request) {
        return PushBody.read(request, limit, timeout, strangers);
    }

    private static ByteBudget budget(long bytes) {
        return new ByteBudget(bytes / 4, bytes - bytes / 4, LONGEST_WAIT);
    }
}
