package dev.ilana.testkit.contract;

import dev.ilana.schema.migrate.Migration;
import java.util.Map;

/** The migration that a source is, by the JDK's own compiler. */
final class CompiledMigration {

    private CompiledMigration() {}

    /**
     * An object of its class.
     *
     * @throws AssertionError with what the compiler says, when it does not compile
     */
    static Migration of(String name, String source) {
        try {
            return (Migration) CompiledSources.of(Map.of(name, source))
                    .get(name)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(source, e);
        }
    }
}
