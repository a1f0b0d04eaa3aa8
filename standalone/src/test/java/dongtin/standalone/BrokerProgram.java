package dongtin.standalone;

import java.nio.file.Path;

/** Standalone's broker alone in a process, for tests that kill it. */
public final class BrokerProgram {

    private BrokerProgram() {}

    /** Runs the broker until the process is told to end; {@code DIRECTORY PORT}. */
    public static void main(String[] arguments) throws InterruptedException {
        KafkaBroker broker = KafkaBroker.started(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        Thread.currentThread().join();
    }
}
