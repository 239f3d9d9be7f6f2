package dev.ilana.schema.build;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.sql.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What more there is to say of a foreign key; each word gives the same key back. */
public final class ForeignKeyBlueprint {

    private final Blueprint blueprint;
    private final List<String> columns;
    private List<String> referencedColumns = List.of("id");
    private @Nullable QualifiedName referencedTable;
    private @Nullable String name;
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    private boolean notValid;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    ForeignKeyBlueprint(Blueprint blueprint, List<String> columns) {
        this.blueprint = blueprint;
        this.columns = columns;
    }

    /** The columns referenced, as many as the key has; {@code id} where this is not said. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint references(String... referenced) {
        return and(() -> referencedColumns = List.of(referenced));
    }

    /** The table referenced. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint on(String table) {
        return and(() -> referencedTable = QualifiedName.of(table));
    }

    /** A name of its own, in place of {@code posts_user_id_foreign}. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint name(String constraint) {
        return and(() -> name = Names.check(constraint));
    }

    /** What happens to the row when the one it references is deleted; the database refuses where this is not said. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint onDelete(ReferentialAction action) {
        return and(() -> onDelete = action);
    }

    /** What happens to the row when the one it references changes its key. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint onUpdate(ReferentialAction action) {
        return and(() -> onUpdate = action);
    }

    @CanIgnoreReturnValue
    public ForeignKeyBlueprint cascadeOnDelete() {
        return onDelete(ReferentialAction.CASCADE);
    }

    @CanIgnoreReturnValue
    public ForeignKeyBlueprint nullOnDelete() {
        return onDelete(ReferentialAction.SET_NULL);
    }

    @CanIgnoreReturnValue
    public ForeignKeyBlueprint restrictOnDelete() {
        return onDelete(ReferentialAction.RESTRICT);
    }

    @CanIgnoreReturnValue
    public ForeignKeyBlueprint cascadeOnUpdate() {
        return onUpdate(ReferentialAction.CASCADE);
    }

    @CanIgnoreReturnValue
    public ForeignKeyBlueprint nullOnUpdate() {
        return onUpdate(ReferentialAction.SET_NULL);
    }

    @CanIgnoreReturnValue
    public ForeignKeyBlueprint restrictOnUpdate() {
        return onUpdate(ReferentialAction.RESTRICT);
    }

    /** A transaction may have it checked at its end, by {@code set constraints all deferred}; PostgreSQL. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint deferrable() {
        return and(() -> deferral = Deferral.INITIALLY_IMMEDIATE);
    }

    /** It is checked at the end of a transaction; PostgreSQL. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint initiallyDeferred() {
        return and(() -> deferral = Deferral.INITIALLY_DEFERRED);
    }

    /**
     * It holds for new rows only, until {@link TableBlueprint#validateConstraint} has checked those that are there; so
     * nobody waits for that. PostgreSQL.
     *
     * @throws InvalidUsageException in a new table, which has no rows
     */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint notValid() {
        if (!(blueprint instanceof TableBlueprint)) {
            throw new InvalidUsageException("a new table has no rows to validate; leave notValid() out");
        }
        return and(() -> notValid = true);
    }

    boolean isNotValid() {
        return notValid;
    }

    ForeignKeyDefinition definition() {
        if (referencedTable == null) {
            throw new InvalidUsageException(
                    "the foreign key on " + columns + " references no table; say which with on(table)");
        }
        return new ForeignKeyDefinition(
                name, columns, referencedTable, referencedColumns, onDelete, onUpdate, deferral);
    }

    @CanIgnoreReturnValue
    private ForeignKeyBlueprint and(Runnable change) {
        blueprint.requireOpen();
        change.run();
        return this;
    }
}
