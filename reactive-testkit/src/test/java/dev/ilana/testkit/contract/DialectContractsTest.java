package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.ReflectionSupport;

/** No dialect's test forgets a contract. */
class DialectContractsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                H2ContractTest.class,
                PostgreSqlContractTest.class,
                MariaDbContractTest.class,
                MySqlContractTest.class
            })
    void everyContractIsNestedForEveryDialect(Class<?> dialect) {
        List<Class<?>> nested = ReflectionSupport.findNestedClasses(dialect, type -> true);

        assertThat(contracts().stream()
                        .filter(contract -> nested.stream().noneMatch(contract::isAssignableFrom))
                        .map(Class::getSimpleName))
                .as("contracts that %s does not keep: nest each in DialectContracts", dialect.getSimpleName())
                .isEmpty();
    }

    private static List<Class<?>> contracts() {
        List<Class<?>> contracts = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.ilana.testkit.contract")
                        .stream()
                        .filter(DialectContractsTest::hasTests)
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
        assertThat(contracts).hasSizeGreaterThan(50);
        return contracts;
    }

    private static boolean hasTests(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Test.class));
    }
}
