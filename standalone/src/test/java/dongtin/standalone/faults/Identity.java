package dongtin.standalone.faults;

import java.util.List;
import java.util.regex.Pattern;

/** What docs/metrics.md says of a service's counters: what it received is what its fates and what it has in hand add up to. */
record Identity(String received, List<String> parts) {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^(wire_[a-z_]+)(?:\\{.*})? ([^ ]+)$");

    /** That of {@code ingest-1}, {@code enrich-2} and the like. */
    static Identity of(String service) {
        String stage = service.substring(0, service.indexOf('-'));
        List<String> fates = switch (stage) {
            case "ingest" -> List.of("accepted_total", "refused_total", "failed_total", "in_hand");
            case "enrich" -> List.of("enriched_total", "failed_total", "returned_total", "in_hand");
            default ->
                List.of("stored_total", "stale_total", "refused_total", "unreadable_total", "waiting_total", "in_hand");
        };
        String prefix = "wire_" + stage + "_";
        return new Identity(
                prefix + "received_total", fates.stream().map(prefix::concat).toList());
    }

    /** How much is received and not accounted for, in a page that a service tells Prometheus. */
    double missing(String page) {
        return sum(page, List.of(received)) - sum(page, parts);
    }

    /** How much a service has received since it was started. */
    double received(String page) {
        return sum(page, List.of(received));
    }

    private static double sum(String page, List<String> names) {
        return SAMPLE.matcher(page)
                .results()
                .filter(sample -> names.contains(sample.group(1)))
                .mapToDouble(sample -> Double.parseDouble(sample.group(2)))
                .sum();
    }
}
