package dongtin.operator.dead;

import dongtin.operator.console.ExitStatus;
import dongtin.operator.console.Output;
import dongtin.operator.console.Text;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.BrokerOptions;
import dongtin.operator.kafka.Headers;
import dongtin.operator.kafka.TopicReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Shows dead letters whole. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows dead letters whole: what was done with them, their headers, the message.",
        footer = {
            "",
            "Exit status: 0; 1 there is no such letter; 2 wrong arguments, or the broker or a topic is away.",
            "",
            "Examples:",
            "  operator dead show wire.raw.v1-dlt-3@42",
            "  operator dead show --value wire.raw.v1-dlt-3@42 > message.json"
        })
final class DeadShowCommand implements Callable<Integer> {

    @Option(names = "--value", description = "Print the message alone, as it is.")
    private boolean value;

    @Mixin
    private final Selection selection = new Selection();

    @Mixin
    private final BrokerOptions brokers = new BrokerOptions();

    @Mixin
    private final Output output = new Output();

    private int found;

    @Override
    public Integer call() {
        if (!selection.any()) {
            throw output.wrong("which letter? As list shows it, or by --item, --reason, --from ...");
        }
        Selection.Chosen chosen = selection.chosen(output);
        try (Broker broker = brokers.open();
                TopicReader reader = broker.reader()) {
            Marks marks = Marks.read(broker, reader);
            new DeadLetters(broker, reader, output).each(chosen, letter -> {
                found++;
                show(letter, marks.of(letter));
            });
        }
        if (found == 0) {
            output.say("there is no such dead letter");
        }
        return found == 0 ? ExitStatus.FOUND : ExitStatus.DONE;
    }

    private void show(DeadLetter letter, @Nullable Mark mark) {
        PrintWriter out = output.out();
        byte[] bytes = letter.message().value();
        String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        if (value) {
            out.println(text);
        } else if (output.json()) {
            output.line(Listed.of(letter, mark, bytes == null ? null : text));
        } else {
            field("letter", letter.position().toString());
            field("written", output.exactly(letter.written()));
            field("item", letter.message().key() == null ? "none: a message without a key" : letter.item());
            field("state", told(mark));
            for (Header header : letter.message().headers()) {
                field(header.key(), String.valueOf(Headers.text(header)));
            }
            out.println();
            out.println(bytes == null ? "(a message without a value)" : readable(text));
            out.println();
        }
        out.flush();
    }

    private void field(String name, String text) {
        output.out().println("%-20s %s".formatted(name, Text.plain(text)));
    }

    private String told(@Nullable Mark mark) {
        if (mark == null) {
            return Mark.State.OPEN.toString();
        }
        return "%s by %s at %s%s%s"
                .formatted(
                        mark.state(),
                        mark.by(),
                        output.shown(mark.at()),
                        mark.as() == null ? "" : ", as " + mark.as(),
                        mark.why() == null ? "" : ": " + mark.why());
    }

    private static String readable(String text) {
        try {
            JsonMapper json = JsonMapper.shared();
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(text));
        } catch (JacksonException e) {
            return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "?"); // what is no JSON is shown, but steers no terminal
        }
    }
}
