package dev.ilana.schema.build;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.CheckDefinition.Matches;
import dev.ilana.schema.definition.CheckDefinition.Positive;
import dev.ilana.schema.definition.CheckDefinition.Rule;
import dev.ilana.schema.definition.ColumnChange.Position;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TextRules;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What more there is to say of a column; each word gives the same column back. */
public final class ColumnBlueprint {

    private final Blueprint blueprint;
    private final ToldColumn told;

    ColumnBlueprint(Blueprint blueprint, ToldColumn told) {
        this.blueprint = blueprint;
        this.told = told;
    }

    /** A row need not have a value here. */
    @CanIgnoreReturnValue
    public ColumnBlueprint nullable() {
        return say(column -> column.withNullable(true));
    }

    /** Every row must have a value here, as it must where nothing is said; for {@link #change()}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint notNullable() {
        return say(column -> column.withNullable(false));
    }

    // What a row gets that brings no value

    /**
     * A row that brings no value gets this one.
     *
     * @throws dev.ilana.error.TypeMismatchException when it is no scalar
     */
    @CanIgnoreReturnValue
    public ColumnBlueprint defaultTo(Object value) {
        DefaultValue literal = DefaultValue.Literal.of(value);
        return say(column -> column.withDefault(literal));
    }

    /** A row that brings no value gets what the database makes of this SQL, which is written as it stands. */
    @CanIgnoreReturnValue
    public ColumnBlueprint defaultRaw(String sql) {
        return say(column -> column.withDefault(new DefaultValue.Expression(sql)));
    }

    /** A row that brings no value gets the time at which it is written; for dates, times and points in time. */
    @CanIgnoreReturnValue
    public ColumnBlueprint useCurrent() {
        return say(column -> column.withDefault(new DefaultValue.CurrentTime()));
    }

    /** Each update of a row sets this to its time, unless it brings another; not on PostgreSQL. */
    @CanIgnoreReturnValue
    public ColumnBlueprint useCurrentOnUpdate() {
        return say(column -> column.withCurrentOnUpdate(true));
    }

    /** A row that brings no value gets none; for {@link #change()}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint withoutDefault() {
        return say(column -> column.withDefault(null).withCurrentOnUpdate(false));
    }

    /** The database counts up no more; for {@link #change()}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint withoutAutoIncrement() {
        return say(column -> column.withAutoIncrement(false));
    }

    /** The database counts up the value of a row that brings none. MySQL and MariaDB want the column to be a key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint autoIncrement() {
        return say(column -> column.withAutoIncrement(true));
    }

    // Computed

    /** The value is always what this SQL makes of other columns of the row, and is kept with it. */
    @CanIgnoreReturnValue
    public ColumnBlueprint storedAs(String sql) {
        return computed(new Computed(sql, true));
    }

    /** {@link #storedAs}, by the standard's word. */
    @CanIgnoreReturnValue
    public ColumnBlueprint generatedAs(String sql) {
        return storedAs(sql);
    }

    /** The value is always what this SQL makes of other columns of the row, each time it is read; MySQL and MariaDB. */
    @CanIgnoreReturnValue
    public ColumnBlueprint virtualAs(String sql) {
        return computed(new Computed(sql, false));
    }

    /** What it is made of tells whether it may be null, unless notNullable() is said after this. */
    private ColumnBlueprint computed(Computed computed) {
        return say(column -> column.withComputed(computed).withNullable(true));
    }

    // Indexes and checks

    /** No two rows have the same value here. */
    @CanIgnoreReturnValue
    public ColumnBlueprint unique() {
        return index(Kind.UNIQUE, null);
    }

    /** No two rows have the same value here; the constraint has this name. */
    @CanIgnoreReturnValue
    public ColumnBlueprint unique(String constraint) {
        return index(Kind.UNIQUE, constraint);
    }

    /** The column is the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint primary() {
        return index(Kind.PRIMARY, null);
    }

    /** The column has an index. */
    @CanIgnoreReturnValue
    public ColumnBlueprint index() {
        return index(Kind.INDEX, null);
    }

    /** The column has an index of this name. */
    @CanIgnoreReturnValue
    public ColumnBlueprint index(String index) {
        return index(Kind.INDEX, index);
    }

    /** The words of the column can be searched. */
    @CanIgnoreReturnValue
    public ColumnBlueprint fullText() {
        return index(Kind.FULLTEXT, null);
    }

    /** Shapes near others can be found. */
    @CanIgnoreReturnValue
    public ColumnBlueprint spatialIndex() {
        return index(Kind.SPATIAL, null);
    }

    private ColumnBlueprint index(Kind kind, @Nullable String given) {
        return and(() -> told.index(kind, given));
    }

    /** Every row fulfils this condition, which is SQL and written as it stands. */
    @CanIgnoreReturnValue
    public ColumnBlueprint check(String sql) {
        return check(null, new Condition(sql));
    }

    /** {@link #check(String)}, by a name of its own: two checks of one column can't have the same. */
    @CanIgnoreReturnValue
    public ColumnBlueprint check(String constraint, String sql) {
        return check(constraint, new Condition(sql));
    }

    /** The number is greater than nought. */
    @CanIgnoreReturnValue
    public ColumnBlueprint checkPositive() {
        return check(null, new Positive(told.name()));
    }

    /** The regular expression is found in the text; {@code ^…$} for all of it. Capitals and small letters differ. */
    @CanIgnoreReturnValue
    public ColumnBlueprint checkRegex(String regex) {
        return check(null, new Matches(told.name(), regex));
    }

    private ColumnBlueprint check(@Nullable String constraint, Rule rule) {
        return and(() -> told.check(constraint, rule));
    }

    // Type

    /**
     * The number is never negative. On MySQL and MariaDB it is the unsigned type, which a foreign key to the signed
     * {@code id()} refuses; elsewhere a check.
     *
     * @throws InvalidUsageException when the column holds no whole number
     */
    @CanIgnoreReturnValue
    public ColumnBlueprint unsigned() {
        if (!(told.type() instanceof Integral integral)) {
            throw new InvalidUsageException(
                    "column \"" + told.name() + "\" holds no whole number, so it can't be unsigned");
        }
        return type(new Integral(integral.size(), true));
    }

    /** A list of such values; PostgreSQL and H2. */
    @CanIgnoreReturnValue
    public ColumnBlueprint array() {
        ColumnType element = told.type();
        if (element == null) {
            throw new InvalidUsageException("say the type of column \"" + told.name() + "\" to make it array()");
        }
        return type(new ArrayOf(element));
    }

    /**
     * The words are those of an enumerated type that stands by itself, made by {@code schema.postgreSql().createEnum}.
     * Databases without such types have the words in the column.
     *
     * @throws InvalidUsageException when the column is no enumeration
     */
    @CanIgnoreReturnValue
    public ColumnBlueprint ofType(String enumName) {
        if (!(told.type() instanceof Enumeration words)) {
            throw new InvalidUsageException(
                    "column \"" + told.name() + "\" is no enumeration, so it can't be of an enum");
        }
        return type(new Enumeration(words.values(), QualifiedName.of(enumName)));
    }

    /**
     * The shape's coordinates are in this system, such as 4326 for degrees; on PostgreSQL that takes PostGIS.
     *
     * @throws InvalidUsageException when the column holds no shape
     */
    @CanIgnoreReturnValue
    public ColumnBlueprint srid(int system) {
        if (!(told.type() instanceof Geometry geometry)) {
            throw new InvalidUsageException("column \"" + told.name() + "\" holds no shape, so it has no coordinates");
        }
        return type(new Geometry(geometry.shape(), system));
    }

    /** The order in which the column's text is sorted and compared; not on H2. */
    @CanIgnoreReturnValue
    public ColumnBlueprint collate(String collation) {
        return say(column -> column.withText(column.text().withCollation(collation)));
    }

    /** The alphabet of the column's text; MySQL and MariaDB. */
    @CanIgnoreReturnValue
    public ColumnBlueprint charset(String charset) {
        return say(column -> column.withText(column.text().withCharset(charset)));
    }

    /** The column's text has the alphabet and the order of the table's or the database's; for {@link #change()}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint withoutCollation() {
        return say(column -> column.withText(TextRules.NONE));
    }

    private ColumnBlueprint type(ColumnType other) {
        return and(() -> told.type(other));
    }

    // The rest

    /** A comment that the database keeps with the column. */
    @CanIgnoreReturnValue
    public ColumnBlueprint comment(String text) {
        return say(column -> column.withComment(text));
    }

    /** The database keeps no comment with the column; for {@link #change()}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint withoutComment() {
        return say(column -> column.withComment(null));
    }

    /** The column stands behind that one; for a column that is added. Not on PostgreSQL. */
    @CanIgnoreReturnValue
    public ColumnBlueprint after(String column) {
        return and(() -> told.position(new Position(column)));
    }

    /** The column is the table's first; MySQL and MariaDB. */
    @CanIgnoreReturnValue
    public ColumnBlueprint first() {
        return and(() -> told.position(new Position(null)));
    }

    /**
     * The column is there, and is to become what was said; what was not said stays as it is. Indexes and checks that are
     * said are added.
     *
     * @throws InvalidUsageException in a new table
     */
    @CanIgnoreReturnValue
    public ColumnBlueprint change() {
        if (!(blueprint instanceof TableBlueprint)) {
            throw new InvalidUsageException("a new table has nothing to change; say change() in schema.table(…)");
        }
        return and(told::change);
    }

    /** A foreign key to that column; the table is said next, by {@code on}. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint references(String column) {
        return blueprint.foreign(told.name()).references(column);
    }

    /**
     * A foreign key to the {@code id} of the table that the column's name tells: {@code user_id} of {@code users},
     * {@code category_id} of {@code categories}.
     *
     * @throws InvalidUsageException when the name does not end in {@code _id}
     */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint constrained() {
        return constrained(Plural.tableOf(told.name()));
    }

    /** A foreign key to the {@code id} of that table. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint constrained(String table) {
        return references("id").on(table);
    }

    @CanIgnoreReturnValue
    private ColumnBlueprint say(UnaryOperator<ColumnDefinition> word) {
        return and(() -> told.say(word));
    }

    @CanIgnoreReturnValue
    private ColumnBlueprint and(Runnable word) {
        blueprint.requireOpen();
        word.run();
        return this;
    }
}
