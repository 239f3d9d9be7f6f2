package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.testkit.database.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/features.md} claims what the contract shows on each database, and all of it. The command line's rows are shown by
 * its own tests, which {@code CommandFeaturesTest} there looks at.
 */
class FeaturesTest {

    private static final String PAGE = "docs/features.md";
    private static final Pattern ROW = Pattern.compile("\\| (\\d+\\.\\d+) \\|(.*)\\|\\s*");
    private static final List<Dialect> COLUMNS =
            List.of(Dialects.H2, Dialects.POSTGRESQL, Dialects.MARIADB, Dialects.MYSQL);

    /** The marks of each row, in the order of {@link #COLUMNS}. */
    private static Map<String, List<String>> claims = Map.of();

    private static List<JavaMethod> tests = List.of();

    private static final String OF_THE_COMMAND_LINE = "19.";

    @BeforeAll
    static void read() {
        claims = claims();
        claims.keySet().removeIf(row -> row.startsWith(OF_THE_COMMAND_LINE));
        tests = contractTests();
    }

    @Test
    void aClaimHasATestThatRunsThere() {
        List<String> unproven = new ArrayList<>();
        claims.forEach((row, marks) -> {
            for (int i = 0; i < marks.size(); i++) {
                if (!marks.get(i).isEmpty() && shownBy(row, COLUMNS.get(i)).isEmpty()) {
                    unproven.add(row + " on " + COLUMNS.get(i));
                }
            }
        });

        assertThat(unproven)
                .as(
                        "claims of %s that no contract test shows: write a test with @Feature(\"…\") in the contract"
                                + " package that runs on that database, or empty the cell",
                        PAGE)
                .isEmpty();
    }

    @Test
    void whatIsTestedIsMarked() {
        List<String> unmarked = new ArrayList<>();
        claims.forEach((row, marks) -> {
            for (int i = 0; i < marks.size(); i++) {
                SortedSet<String> shownBy = shownBy(row, COLUMNS.get(i));
                if (marks.get(i).isEmpty() && !shownBy.isEmpty()) {
                    unmarked.add(row + " on " + COLUMNS.get(i) + ", shown by " + shownBy);
                }
            }
        });

        assertThat(unmarked)
                .as(
                        "what contract tests show and %s leaves empty: mark it ✓ where the tests show all of the row,"
                                + " else \"part: \" and what is missing",
                        PAGE)
                .isEmpty();
    }

    @Test
    void aTestNamesRowsThatExist() {
        List<String> unknown = tests.stream()
                .flatMap(test -> rows(test).stream()
                        .filter(row -> !claims.containsKey(row))
                        .map(row -> row + ", named by " + name(test)))
                .toList();

        assertThat(unknown)
                .as("@Feature values that are no row of %s: correct the number, or add the row to the page", PAGE)
                .isEmpty();
    }

    @Test
    void aContractTestNamesItsRow() {
        List<String> nameless = tests.stream()
                .filter(test -> rows(test).isEmpty())
                .map(FeaturesTest::name)
                .toList();

        assertThat(nameless)
                .as("contract tests without a row: say with @Feature(\"7.1\") which row of %s each one shows", PAGE)
                .isEmpty();
    }

    @Test
    void aMarkIsOneOfThree() {
        List<String> odd = new ArrayList<>();
        claims.forEach((row, marks) -> marks.stream()
                .filter(mark -> !mark.isEmpty() && !mark.equals("✓") && !mark.matches("part: .+"))
                .forEach(mark -> odd.add(row + ": " + mark)));

        assertThat(odd)
                .as("marks of %s are ✓, \"part: \" and what is missing, or nothing; write one of these", PAGE)
                .isEmpty();
    }

    /** The tests that show the row on that database: those that it is not too small for. */
    private static SortedSet<String> shownBy(String row, Dialect dialect) {
        SortedSet<String> names = new TreeSet<>();
        tests.stream()
                .filter(test -> rows(test).contains(row))
                .filter(test -> test.tryGetAnnotationOfType(Needs.class)
                        .map(needs -> dialect.supports(needs.value()))
                        .orElse(true))
                .forEach(test -> names.add(name(test)));
        return names;
    }

    private static List<String> rows(JavaMethod test) {
        return test.tryGetAnnotationOfType(Feature.class)
                .map(feature -> List.of(feature.value()))
                .orElse(List.of());
    }

    private static String name(JavaMethod test) {
        return test.getOwner().getSimpleName() + "." + test.getName();
    }

    private static Map<String, List<String>> claims() {
        Map<String, List<String>> claims = new LinkedHashMap<>();
        for (String line : page()) {
            Matcher matcher = ROW.matcher(line);
            if (matcher.matches()) {
                List<String> cells = List.of(matcher.group(2).split("\\|", -1));
                if (cells.size() != COLUMNS.size() + 1 || claims.containsKey(matcher.group(1))) {
                    throw new AssertionError(PAGE + " has row " + matcher.group(1)
                            + " twice, or not with six cells: Row | Feature | H2 | PostgreSQL | MariaDB | MySQL");
                }
                claims.put(
                        matcher.group(1),
                        cells.subList(1, cells.size()).stream()
                                .map(String::strip)
                                .toList());
            }
        }
        if (claims.isEmpty()) {
            throw new AssertionError(PAGE + " has no rows like \"| 7.1 | where | ✓ | ✓ | ✓ | ✓ |\"");
        }
        return claims;
    }

    private static List<String> page() {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        if (root == null) {
            throw new AssertionError("no folder above this one has a .mvn, so " + PAGE + " can't be found");
        }
        try {
            return Files.readAllLines(root.resolve(PAGE));
        } catch (IOException e) {
            throw new AssertionError("can't read " + root.resolve(PAGE), e);
        }
    }

    private static List<JavaMethod> contractTests() {
        JavaClasses contract = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.ilana.testkit.contract");
        List<JavaMethod> found = contract.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Test.class))
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("no tests found in dev.ilana.testkit.contract");
        }
        return found;
    }
}
