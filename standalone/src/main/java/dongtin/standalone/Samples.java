package dongtin.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The dispatches in {@code samples/}, which travel with the application: pushed once, at the first start. */
final class Samples {

    private static final Duration LONGEST_PUSH = Duration.ofSeconds(10);

    private final URI push;
    private final Path loaded;
    private final Consumer<String> progress;

    /**
     * Samples yet to be pushed.
     *
     * @param push where they are pushed to
     * @param data where it is noted that they were
     */
    Samples(URI push, Path data, Consumer<String> progress) {
        this.push = push;
        this.loaded = data.resolve("samples-loaded");
        this.progress = progress;
    }

    /** Pushes them, unless an earlier start has done so. A sample that is not taken is named, and tried at the next start. */
    void loadOnce() {
        if (Files.exists(loaded)) {
            return;
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<Resource> files = files();
            int accepted = 0;
            for (Resource file : files) {
                accepted += push(http, file) ? 1 : 0;
            }
            progress.accept("Loaded %d of %d samples".formatted(accepted, files.size()));
            if (accepted == files.size()) {
                Files.createFile(loaded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the samples cannot be loaded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Resource> files() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath:samples/*/*");
        return Arrays.stream(found)
                .filter(file -> String.valueOf(file.getFilename()).matches(".*\\.(txt|json)"))
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .toList();
    }

    private boolean push(HttpClient http, Resource file) throws IOException, InterruptedException {
        boolean json = String.valueOf(file.getFilename()).endsWith(".json");
        HttpRequest request = HttpRequest.newBuilder(push)
                .header("Authorization", "Bearer " + DemoFeed.TOKEN)
                .header("Content-Type", json ? "application/json" : "text/plain; charset=utf-8")
                .timeout(LONGEST_PUSH)
                .POST(BodyPublishers.ofByteArray(file.getContentAsByteArray()))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            progress.accept("Not taken: %s: %s".formatted(file.getFilename(), answer.body()));
        }
        return answer.statusCode() == 202;
    }
}
