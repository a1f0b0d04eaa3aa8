package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dongtin.message.RawItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is broken off or broken, the answer is a reading: items, or what is wrong and where; never an exception, an endless loop
 * or an item that later parts cannot hold. Broken are our own samples of every format, and the real messages beside the project
 * where they are.
 */
class BrokenMessageTests {

    private static final Path SAMPLES = Path.of("../samples");
    private static final Path WIRE = Path.of("../../shared/wire");
    private static final int LONGEST_SAMPLE = 64 * 1024;
    private static final int MUTANTS_A_SEED = 5_000;
    private static final List<byte[]> SPLINTERS = Stream.of(
                    "<",
                    ">",
                    "</",
                    "/>",
                    "<![CDATA[",
                    "]]>",
                    "<!DOCTYPE x [",
                    "<!ENTITY a \"b\">",
                    "&#0;",
                    "&#xD800;",
                    "&a;",
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    "\\",
                    "\\u0000",
                    "\\ud800",
                    "null",
                    "-1e999",
                    ",",
                    ":",
                    "\r\n\r\n",
                    "\r\n.\r\n",
                    "=?utf-8?B?",
                    "--",
                    "Content-Type: multipart/mixed; boundary=x\r\n\r\n",
                    "9999-12-31T23:59:59Z",
                    "999999999999999999999",
                    "\u0001",
                    "\u0002",
                    "\u0003",
                    "\u0004",
                    "\uFEFF",
                    "\u0301",
                    "Đ",
                    "Ð",
                    "\u202E")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sample(Path file, byte[] bytes) {

        static Sample of(Path file) {
            return new Sample(file, SampleArticle.bytes(file));
        }

        @Override
        public String toString() {
            return file.getName(file.getNameCount() - 2) + "/" + file.getFileName();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ours")
    void sampleCutAtAnyByteIsReadOrRefused(Sample sample) {
        for (int length = 0; length <= sample.bytes().length; length++) {
            check(sample, Arrays.copyOf(sample.bytes(), length), "cut at " + length);
        }
    }

    /** They are long and many: a hundred cuts each. */
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("real")
    void realMessageCutSomewhereIsReadOrRefused(Sample sample) {
        var random = new Random(sample.file().getFileName().toString().hashCode());
        for (int i = 0; i < 100; i++) {
            int length = random.nextInt(sample.bytes().length + 1);
            check(sample, Arrays.copyOf(sample.bytes(), length), "cut at " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_125, 1, 2, 3})
    void mutantsAreReadOrRefused(long seed) {
        List<Sample> samples = Stream.concat(ours(), real()).toList();
        var random = new Random(seed);
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int i = 0; i < MUTANTS_A_SEED; i++) {
                Sample sample = samples.get(random.nextInt(samples.size()));
                byte[] mutant = sample.bytes();
                for (int n = 1 + random.nextInt(4); n > 0; n--) {
                    mutant = mutated(mutant, samples, random);
                }
                check(sample, mutant, "mutant %d of seed %d".formatted(i, seed));
            }
        });
    }

    private static byte[] mutated(byte[] bytes, List<Sample> samples, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
        byte[] part = Arrays.copyOfRange(bytes, from, Math.max(from, to));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, from, from, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
            case 1 -> spliced(bytes, from, to, new byte[0]);
            case 2 -> spliced(bytes, from, to, twice(part));
            case 3 -> spliced(bytes, from, to, noise(part.length, random));
            case 4 -> spliced(bytes, from, to, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
            default ->
                spliced(
                        bytes,
                        from,
                        from,
                        slice(samples.get(random.nextInt(samples.size())).bytes(), random));
        };
    }

    private static byte[] slice(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(200)));
    }

    private static byte[] noise(int length, Random random) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] twice(byte[] part) {
        byte[] twice = Arrays.copyOf(part, part.length * 2);
        System.arraycopy(part, 0, twice, part.length, part.length);
        return twice;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] part) {
        var spliced = new ByteArrayOutputStream(bytes.length + part.length);
        spliced.write(bytes, 0, from);
        spliced.writeBytes(part);
        spliced.write(bytes, to, bytes.length - to);
        return spliced.toByteArray();
    }

    private static void check(Sample sample, byte[] bytes, String how) {
        String name = sample + " " + how;
        List<Reading> readings;
        try {
            readings = new Formats()
                    .read(new WireMessage(
                            SampleArticle.FEED, SampleArticle.type(sample.file()), bytes, SampleArticle.NOW))
                    .orElse(List.of(new Reading.Malformed("", "no format")));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name, e);
        }
        assertThat(readings).as(name).isNotEmpty();
        readings.forEach(reading -> {
            if (reading instanceof Reading.Item read) {
                check(name, read.item());
            }
        });
    }

    private static void check(String name, RawItem item) {
        for (String text : List.of(item.headline(), item.body())) {
            if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
                throw new AssertionError(name + ": not in NFC: " + text);
            }
            if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
                throw new AssertionError(name + ": control characters in " + text);
            }
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new AssertionError(name + ": a lone surrogate in " + text);
            }
        }
    }

    private static Stream<Sample> ours() {
        return files(SAMPLES)
                .filter(file -> !file.getFileName().toString().endsWith(".md"))
                .map(Sample::of);
    }

    private static Stream<Sample> real() {
        return (Files.exists(WIRE) ? files(WIRE) : Stream.<Path>of())
                .filter(file -> file.getNameCount() == WIRE.getNameCount() + 2)
                .map(Sample::of)
                .filter(sample -> sample.bytes().length <= LONGEST_SAMPLE);
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
