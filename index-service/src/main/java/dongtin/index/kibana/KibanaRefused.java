package dongtin.index.kibana;

/** Kibana will never take this: the message says what is wrong and what to change. */
final class KibanaRefused extends RuntimeException {

    KibanaRefused(String reason) {
        super(reason);
    }
}
