package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ilana.testkit.contract.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/features.md} claims of the command line is shown by its tests; the test kit's shows the rest. */
class CommandFeaturesTest {

    private static final Pattern CLAIMED =
            Pattern.compile("^\\| (19\\.\\d+) \\|[^\\n]*(?:✓|part: )", Pattern.MULTILINE);

    @Test
    void aRowThatIsClaimedHasATestAndWhatIsTestedIsClaimed() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "features.md"));

        Set<String> claimed =
                CLAIMED.matcher(page).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(claimed).isNotEmpty().isEqualTo(new TreeSet<>(shown()));
    }

    private static List<String> shown() {
        return new ClassFileImporter()
                .importPackages("dev.ilana.cli").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(method -> method.tryGetAnnotationOfType(Feature.class).stream())
                        .flatMap(feature -> Stream.of(feature.value()))
                        .filter(row -> row.startsWith("19."))
                        .toList();
    }
}
