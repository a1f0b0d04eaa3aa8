package dongtin.index.kibana;

import org.jspecify.annotations.Nullable;

/** Kibana cannot answer now: worth another try. */
final class KibanaAway extends RuntimeException {

    KibanaAway(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
