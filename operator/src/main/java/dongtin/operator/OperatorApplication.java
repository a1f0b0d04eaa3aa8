package dongtin.operator;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The operators' command line. */
public final class OperatorApplication {

    private OperatorApplication() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(OperatorCommand.run(args, utf8(System.out), utf8(System.err)));
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
