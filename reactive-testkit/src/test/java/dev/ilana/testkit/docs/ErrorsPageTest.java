package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ilana.error.IlanaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} names each error that a user can catch, and no other. */
class ErrorsPageTest {

    private static final Pattern ERROR = Pattern.compile("`(\\w+Exception)`");

    @Test
    void eachPublicErrorIsInThePageAndNoOther() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "errors.md"));
        Set<String> named = ERROR.matcher(page)
                .results()
                .map(error -> error.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> there = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.ilana").stream()
                        .filter(type -> type.isAssignableTo(IlanaException.class))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.getPackageName().startsWith("dev.ilana.testkit"))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(there);
    }
}
