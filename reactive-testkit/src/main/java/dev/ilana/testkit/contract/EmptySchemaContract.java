package dev.ilana.testkit.contract;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.Drop;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.diff.SchemaSource;
import dev.ilana.testkit.database.Runner;
import org.junit.jupiter.api.BeforeEach;

/** A contract whose tests each start with an empty database. */
interface EmptySchemaContract {

    /** What finds all that differs, and drops what is not wanted. */
    SchemaDiff ALL = SchemaDiff.create().dropping(Drop.values());

    @BeforeEach
    default void anEmptyDatabase(Runner run) {
        become(run, ALL, SchemaSource.of(SchemaDefinition.EMPTY));
    }

    /** Gives the database what is wanted; the difference that was made. */
    @CanIgnoreReturnValue
    static Difference become(Runner run, SchemaDiff diff, SchemaSource wanted) {
        Difference difference = run.get(diff.on(run.database(), wanted));
        run.value(Schema.on(run.database()).apply(difference.changes()));
        return difference;
    }
}
