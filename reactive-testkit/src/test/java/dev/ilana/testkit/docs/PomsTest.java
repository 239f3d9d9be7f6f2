package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages put into a {@code pom.xml} or a Gradle build is what this build is tested with. */
class PomsTest {

    private static final Pattern IN_MAVEN =
            Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern IN_GRADLE = Pattern.compile("\"\\w+\\.[\\w.]+:([\\w-]+):([\\w.-]+)\"");
    private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+)>([^<]+)</\\1>");
    private static final List<String> OURS = List.of("reactive-core", "reactive-schema", "reactive-testkit");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/getting-started.md", "docs/testing.md"})
    void theVersionsOfAPageAreThoseOfTheBuild(String page) throws IOException {
        String text = Files.readString(Sources.root().resolve(page));
        Map<String, String> said = new TreeMap<>();
        IN_MAVEN.matcher(text).results().forEach(it -> said.put(it.group(1), it.group(2)));
        said.remove("tasks"); // the project itself
        Map<String, String> tested = tested();
        tested.keySet().retainAll(said.keySet());

        assertThat(said).isNotEmpty().isEqualTo(tested);
        assertThat(IN_GRADLE.matcher(text).results())
                .allSatisfy(it -> assertThat(said).containsEntry(it.group(1), it.group(2)));
    }

    private static Map<String, String> tested() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        Map<String, String> properties = new TreeMap<>();
        PROPERTY.matcher(pom).results().forEach(it -> properties.putIfAbsent("${" + it.group(1) + "}", it.group(2)));
        Map<String, String> versions = new TreeMap<>();
        for (Matcher it = IN_MAVEN.matcher(pom); it.find(); ) {
            versions.put(it.group(1), properties.getOrDefault(it.group(2), it.group(2)));
        }
        OURS.forEach(module -> versions.put(module, properties.getOrDefault("${revision}", "")));
        return versions;
    }
}
