package dev.ilana.schema.build;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns and keys of a table, as a lambda of {@link Schema} lists them. A column has a value in every row, unless
 * it is said to be {@code nullable()}. It is of use inside that lambda only.
 */
public sealed class Blueprint extends TypedColumns permits TableBlueprint {

    private static final int TOKEN_LENGTH = 100;

    private final QualifiedName table;
    private final List<Part> parts = new ArrayList<>();
    private TableOptions options = TableOptions.NONE;
    private @Nullable String comment;
    private boolean closed;

    Blueprint(QualifiedName table) {
        this.table = table;
    }

    // Keys

    /** {@code id}: a 64-bit number that the database counts up, the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint id() {
        return bigIncrements("id");
    }

    /** {@link #id()} by another name. */
    @CanIgnoreReturnValue
    public ColumnBlueprint id(String name) {
        return bigIncrements(name);
    }

    /** A 32-bit number that the database counts up, the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint increments(String name) {
        return integer(name).autoIncrement().primary();
    }

    /** A 64-bit number that the database counts up, the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint bigIncrements(String name) {
        return bigInteger(name).autoIncrement().primary();
    }

    /** A column for the {@link #id()} of another table; the constraint is {@link ColumnBlueprint#constrained()}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint foreignId(String name) {
        return bigInteger(name);
    }

    /** A column for the {@link #uuid} that is the key of another table. */
    @CanIgnoreReturnValue
    public ColumnBlueprint foreignUuid(String name) {
        return uuid(name);
    }

    /** A column for the {@link #ulid} that is the key of another table. */
    @CanIgnoreReturnValue
    public ColumnBlueprint foreignUlid(String name) {
        return ulid(name);
    }

    // What models expect

    /** {@code created_at} and {@code updated_at}, nullable, as a model with timestamps writes them. */
    public void timestamps() {
        timestamp("created_at").nullable();
        timestamp("updated_at").nullable();
    }

    /** {@link #timestamps()}, which are points on the time line, whatever the zone, already. */
    public void timestampsTz() {
        timestamps();
    }

    /** {@code deleted_at}, as a model with soft deletes writes it. */
    @CanIgnoreReturnValue
    public ColumnBlueprint softDeletes() {
        return timestamp("deleted_at").nullable();
    }

    /** {@code remember_token}: what a browser shows to be known again. */
    @CanIgnoreReturnValue
    public ColumnBlueprint rememberToken() {
        return string("remember_token", TOKEN_LENGTH).nullable();
    }

    /** {@code name_type} and {@code name_id}, the key of a row of any table, with an index over both. */
    public void morphs(String name) {
        morphs(name, bigInteger(name + "_id"), false);
    }

    /** {@link #morphs}, for a row that may have none. */
    public void nullableMorphs(String name) {
        morphs(name, bigInteger(name + "_id"), true);
    }

    /** {@link #morphs}, for tables whose keys are UUIDs. */
    public void uuidMorphs(String name) {
        morphs(name, uuid(name + "_id"), false);
    }

    /** {@link #morphs}, for tables whose keys are ULIDs. */
    public void ulidMorphs(String name) {
        morphs(name, ulid(name + "_id"), false);
    }

    private void morphs(String name, ColumnBlueprint id, boolean nullable) {
        ColumnBlueprint type = string(name + "_type");
        if (nullable) {
            id.nullable();
            type.nullable();
        }
        index(name + "_type", name + "_id");
    }

    // Keys over one or more columns

    @CanIgnoreReturnValue
    public IndexBlueprint primary(String... columns) {
        return index(Kind.PRIMARY, columns);
    }

    @CanIgnoreReturnValue
    public IndexBlueprint unique(String... columns) {
        return index(Kind.UNIQUE, columns);
    }

    @CanIgnoreReturnValue
    public IndexBlueprint index(String... columns) {
        return index(Kind.INDEX, columns);
    }

    /** The words of these columns can be searched; not on H2. */
    @CanIgnoreReturnValue
    public IndexBlueprint fullText(String... columns) {
        return index(Kind.FULLTEXT, columns);
    }

    /** Shapes near others can be found. */
    @CanIgnoreReturnValue
    public IndexBlueprint spatialIndex(String... columns) {
        return index(Kind.SPATIAL, columns);
    }

    /** An index over what this SQL makes of a row, as {@code lower("email")}; PostgreSQL and MySQL. */
    @CanIgnoreReturnValue
    public IndexBlueprint rawIndex(String sql) {
        return index(new IndexDefinition(Kind.INDEX, null, List.of(IndexPart.expression(sql)), null, null, null));
    }

    /** No two rows have the same of what this SQL makes of them; PostgreSQL and MySQL. */
    @CanIgnoreReturnValue
    public IndexBlueprint rawUnique(String sql) {
        return index(new IndexDefinition(Kind.UNIQUE, null, List.of(IndexPart.expression(sql)), null, null, null));
    }

    private IndexBlueprint index(Kind kind, String... columns) {
        return index(IndexDefinition.of(kind, List.of(columns)));
    }

    /** A primary key, unique constraint or index described in full. */
    @CanIgnoreReturnValue
    public IndexBlueprint index(IndexDefinition index) {
        IndexBlueprint blueprint = new IndexBlueprint(this, index);
        add(new Part.Index(blueprint));
        return blueprint;
    }

    /** Every row fulfils this condition, which is SQL and written as it stands; the constraint has this name. */
    public void check(String constraint, String sql) {
        add(new Part.Check(new CheckDefinition(constraint, List.of(), new Condition(sql))));
    }

    /** A foreign key on these columns; what it references is said next. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint foreign(String... columns) {
        ForeignKeyBlueprint key = new ForeignKeyBlueprint(this, List.of(columns));
        add(new Part.ForeignKey(key));
        return key;
    }

    // The table as a whole

    /** A comment that the database keeps with the table. */
    public void comment(String text) {
        requireOpen();
        comment = text;
    }

    /** The storage engine; MySQL and MariaDB, InnoDB where nothing is said. */
    public void engine(String name) {
        requireOpen();
        options = options.withEngine(name);
    }

    /** The alphabet of the table's text; MySQL and MariaDB, utf8mb4 where nothing is said. */
    public void charset(String name) {
        requireOpen();
        options = options.withText(options.text().withCharset(name));
    }

    /** The order in which the table's text is sorted and compared; MySQL and MariaDB. */
    public void collation(String name) {
        requireOpen();
        options = options.withText(options.text().withCollation(name));
    }

    @CanIgnoreReturnValue
    @Override
    final ColumnBlueprint column(String name, @Nullable ColumnType type) {
        ToldColumn told = new ToldColumn(name, type);
        add(new Part.Column(told));
        return new ColumnBlueprint(this, told);
    }

    final void add(Part part) {
        requireOpen();
        parts.add(part);
    }

    final void requireOpen() {
        if (closed) {
            throw new InvalidUsageException(
                    "the blueprint of \"" + table + "\" is of use only inside the lambda that was given it");
        }
    }

    /** All that was said, as it can't change any more. */
    final Parts close() {
        requireOpen();
        closed = true;
        return new Parts(table, List.copyOf(parts), options, comment);
    }
}
