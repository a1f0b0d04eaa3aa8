package dongtin.ingest.raw;

import java.util.concurrent.TimeUnit;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the topics as soon as the broker is there, where it was away at the start: nobody has to start the service again. */
@Component
class MissingTopics {

    private final KafkaAdmin admin;
    private volatile boolean made;

    MissingTopics(KafkaAdmin admin) {
        this.admin = admin;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void make() {
        made = made || admin.initialize();
    }
}
