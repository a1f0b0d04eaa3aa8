package dongtin.ingest.landing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Shows how each landing fares. One in trouble has the status {@code TROUBLED}, of which the service's own status takes no
 * notice: it serves all other feeds.
 */
@Component
class LandingsHealthIndicator implements HealthIndicator {

    private static final Status TROUBLED = new Status("TROUBLED");

    private final Landings landings;

    LandingsHealthIndicator(Landings landings) {
        this.landings = landings;
    }

    @Override
    public Health health() {
        boolean well =
                landings.rounds().stream().allMatch(one -> one.condition().trouble() == null);
        var health = well ? Health.up() : Health.status(TROUBLED);
        landings.rounds().forEach(one -> health.withDetail(one.toString(), detail(one)));
        return health.build();
    }

    private static Map<String, Object> detail(RoundsOfLanding rounds) {
        var detail = new LinkedHashMap<String, Object>();
        String trouble = rounds.condition().trouble();
        detail.put(
                trouble == null ? "wellSince" : "troubledSince",
                rounds.condition().since().toString());
        if (trouble != null) {
            detail.put("trouble", trouble);
        }
        Map<String, String> left = rounds.landing().left();
        if (!left.isEmpty()) {
            detail.put("left", left);
        }
        return detail;
    }
}
