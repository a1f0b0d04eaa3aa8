package dongtin.ingest.landing;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies in a place and can be neither taken nor moved; said once in the log, not at each round. Thread-safe. */
public final class Left {

    private static final Logger log = LoggerFactory.getLogger(Left.class);
    private static final int SHOWN = 20;

    private final String feed;
    private final Map<String, String> reasons = new ConcurrentSkipListMap<>();

    private final boolean said;

    public Left(String feed) {
        this(feed, true);
    }

    private Left(String feed, boolean said) {
        this.feed = feed;
        this.said = said;
    }

    /** One that says nothing in the log, for looking only. */
    public static Left quiet() {
        return new Left("", false);
    }

    /** It stays, for this reason. */
    public void leave(String name, String reason) {
        if (!reason.equals(reasons.put(name, reason)) && said) {
            log.atWarn().addKeyValue("feed", feed).log("{} is left where it is: {}", Printable.of(name), reason);
        }
    }

    /** It is well, or gone. */
    public void clear(String name) {
        reasons.remove(name);
    }

    /** Forgets all but these, which are still there. */
    public void retain(Set<String> present) {
        reasons.keySet().retainAll(present);
    }

    /** The first of them by name. */
    public Map<String, String> shown() {
        var shown = new TreeMap<String, String>();
        for (Map.Entry<String, String> one : reasons.entrySet()) {
            if (shown.size() == SHOWN) {
                shown.put("...", "%d more".formatted(reasons.size() - SHOWN));
                break;
            }
            shown.put(Printable.of(one.getKey()), one.getValue());
        }
        return Collections.unmodifiableMap(shown);
    }
}
