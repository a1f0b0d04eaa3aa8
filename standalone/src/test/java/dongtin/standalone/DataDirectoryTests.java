package dongtin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    Path parent;

    @Test
    void isForOneAtATime() {
        Path data = parent.resolve("data");
        try (var first = DataDirectory.taken(data)) {
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> DataDirectory.taken(first.path()))
                    .withMessageContaining(data.toString())
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining("--dongtin.standalone.data=");
        }
        try (var second = DataDirectory.taken(data)) {
            assertThat(second.path()).isDirectory();
        }
    }

    @Test
    void whatCannotBeADirectoryIsSaidSo() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> DataDirectory.taken(file))
                .withMessageContaining(file + " cannot be used");
    }
}
