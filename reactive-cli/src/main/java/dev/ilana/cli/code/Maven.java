package dev.ilana.cli.code;

import java.nio.file.Path;
import java.util.List;

/** Maven, by its wrapper where the project has it. */
final class Maven extends BuildTool {

    Maven() {
        super("Maven", "mvn", ".cmd", List.of("pom.xml"), List.of("target/classes"));
    }

    @Override
    List<String> arguments(Path answer) {
        return List.of(
                "-q",
                "-B",
                "-Dstyle.color=never",
                "compile",
                "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath",
                "-Dmdep.includeScope=runtime",
                "-Dmdep.outputFile=" + answer);
    }
}
