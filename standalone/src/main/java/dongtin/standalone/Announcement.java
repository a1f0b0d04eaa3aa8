package dongtin.standalone;

import java.nio.file.Path;

/** What the operator reads when everything is up: where it is, how to push something, how to stop. */
final class Announcement {

    private static final String SAMPLE = "samples/text/article.txt";

    private Announcement() {}

    static String of(Ports ports, Path data) {
        return """

                Dòng Tin is up.
                  desk            http://127.0.0.1:%1$d/
                  push            http://127.0.0.1:%2$d/v1/feeds/demo/items
                  Kafka           127.0.0.1:%3$d
                  Elasticsearch   http://127.0.0.1:%4$d/
                  data            %5$s

                Push a dispatch:
                  curl -H 'Authorization: Bearer demo-token' -H 'Content-Type: text/plain; charset=utf-8' --data-binary @%6$s http://127.0.0.1:%2$d/v1/feeds/demo/items

                Stop with Ctrl-C; the data stays, and the next start goes on with it.
                """.formatted(ports.desk(), ports.ingest(), ports.kafka(), ports.elasticsearch(), data, SAMPLE);
    }
}
