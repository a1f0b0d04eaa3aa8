package dongtin.elasticsearch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command that runs a node: the JDK of this process, the program's jars as modules, its main class. */
final class NodeCommand {

    private NodeCommand() {}

    static Process run(NodeSettings settings, int port, Path output) throws IOException {
        Path program = NodeProgram.unpackedBelow(settings.home());
        Path logs = Files.createDirectories(settings.data().resolve("logs"));
        Path temporary = Files.createDirectories(settings.data().resolve("tmp"));
        var command = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + logs.resolve("crash.log"),
                "-Djava.io.tmpdir=" + temporary,
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                // As Elasticsearch's own start script has it.
                "-Dio.netty.noUnsafe=true",
                "-Dio.netty.noKeySetOptimization=true",
                "-Dio.netty.recycler.maxCapacityPerThread=0",
                "-Dlog4j.shutdownHookEnabled=false",
                "-Dlog4j2.disable.jmx=true",
                "--add-modules",
                "jdk.incubator.vector,org.elasticsearch.server",
                "--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core",
                "--module-path",
                program.resolve("lib").toString(),
                "--class-path",
                program.resolve("classes").toString(),
                "dongtin.elasticsearch.server.NodeServer",
                program.toString(),
                settings.data().toString(),
                Integer.toString(port)));
        // The flags above are the node's; a debugger's port or a second heap limit meant for this process would break
        // it.
        command.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        File truncated = output.toFile();
        return command.directory(settings.data().toFile())
                .redirectError(truncated)
                .start();
    }
}
