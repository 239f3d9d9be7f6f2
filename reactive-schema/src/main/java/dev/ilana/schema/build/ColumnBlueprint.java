package dev.ilana.schema.build;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.IndexDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What more there is to say of a column; each word gives the same column back. */
public final class ColumnBlueprint {

    private final Blueprint blueprint;
    private final String name;
    private final List<IndexDefinition> indexes = new ArrayList<>();
    private ColumnType type;
    private boolean nullable;
    private boolean generated;
    private @Nullable DefaultValue defaultValue;
    private @Nullable String comment;

    ColumnBlueprint(Blueprint blueprint, String name, ColumnType type) {
        this.blueprint = blueprint;
        this.name = name;
        this.type = type;
    }

    /** A row need not have a value here. */
    @CanIgnoreReturnValue
    public ColumnBlueprint nullable() {
        return and(() -> nullable = true);
    }

    /**
     * A row that brings no value gets this one.
     *
     * @throws dev.ilana.error.TypeMismatchException when it is no scalar
     */
    @CanIgnoreReturnValue
    public ColumnBlueprint defaultTo(Object value) {
        return and(() -> defaultValue = DefaultValue.Literal.of(value));
    }

    /** A row that brings no value gets what the database makes of this SQL, which is written as it stands. */
    @CanIgnoreReturnValue
    public ColumnBlueprint defaultRaw(String sql) {
        return and(() -> defaultValue = new DefaultValue.Expression(sql));
    }

    /** A row that brings no value gets the time at which it is written; for dates, times and points in time. */
    @CanIgnoreReturnValue
    public ColumnBlueprint useCurrent() {
        return and(() -> defaultValue = new DefaultValue.CurrentTime());
    }

    /** No two rows have the same value here. */
    @CanIgnoreReturnValue
    public ColumnBlueprint unique() {
        return and(() -> indexes.add(IndexDefinition.unique(List.of(name))));
    }

    /** The column is the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint primary() {
        return and(() -> indexes.add(IndexDefinition.primary(List.of(name))));
    }

    /** The column has an index. */
    @CanIgnoreReturnValue
    public ColumnBlueprint index() {
        return and(() -> indexes.add(IndexDefinition.index(List.of(name))));
    }

    /** A comment that the database keeps with the column. */
    @CanIgnoreReturnValue
    public ColumnBlueprint comment(String text) {
        return and(() -> comment = text);
    }

    /**
     * The number is never negative. On MySQL and MariaDB it is the unsigned type, which a foreign key to the signed
     * {@code id()} refuses; elsewhere a check.
     *
     * @throws InvalidUsageException when the column holds no whole number
     */
    @CanIgnoreReturnValue
    public ColumnBlueprint unsigned() {
        if (!(type instanceof Integral integral)) {
            throw new InvalidUsageException("column \"" + name + "\" holds no whole number, so it can't be unsigned");
        }
        return and(() -> type = new Integral(integral.size(), true));
    }

    /** A foreign key to that column; the table is said next, by {@code on}. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint references(String column) {
        return blueprint.foreign(name).references(column);
    }

    /**
     * A foreign key to the {@code id} of the table that the column's name tells: {@code user_id} of {@code users},
     * {@code category_id} of {@code categories}.
     *
     * @throws InvalidUsageException when the name does not end in {@code _id}
     */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint constrained() {
        return constrained(Plural.tableOf(name));
    }

    /** A foreign key to the {@code id} of that table. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint constrained(String table) {
        return references("id").on(table);
    }

    @CanIgnoreReturnValue
    ColumnBlueprint generated() {
        return and(() -> generated = true);
    }

    ColumnDefinition definition() {
        return new ColumnDefinition(name, type, nullable, generated, defaultValue, comment);
    }

    List<IndexDefinition> indexes() {
        return List.copyOf(indexes);
    }

    @CanIgnoreReturnValue
    private ColumnBlueprint and(Runnable change) {
        blueprint.requireOpen();
        change.run();
        return this;
    }
}
