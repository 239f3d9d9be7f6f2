package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Gradle, by its wrapper where the project has it: it is told by a script to write what the classes need. */
final class Gradle extends BuildTool {

    private static final String SCRIPT = "classpath.gradle";

    Gradle() {
        super(
                "Gradle",
                "gradle",
                ".bat",
                List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts"),
                List.of(
                        "build/classes/java/main",
                        "build/classes/kotlin/main",
                        "build/classes/groovy/main",
                        "build/resources/main"));
    }

    @Override
    List<String> arguments(Path answer) {
        Path script = answer.resolveSibling(SCRIPT);
        try (InputStream text = Objects.requireNonNull(Gradle.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            Files.copy(text, script);
        } catch (IOException e) {
            throw new CommandFailedException("can't write " + script + ": " + e.getMessage(), e);
        }
        return List.of(
                "-q",
                "--console=plain",
                "--init-script",
                script.toString(),
                "-Dilana.classpath=" + answer,
                "ilanaClasspath");
    }
}
