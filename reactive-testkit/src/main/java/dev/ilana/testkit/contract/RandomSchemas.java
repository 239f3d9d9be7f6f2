package dev.ilana.testkit.contract;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.CheckDefinition.Matches;
import dev.ilana.schema.definition.CheckDefinition.Positive;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.definition.TextRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Schemas with some of all that a database can have, made up from a seed. */
final class RandomSchemas {

    private static final List<ColumnType> TYPES = List.of(
            Plain.BOOLEAN,
            Plain.REAL,
            Plain.DOUBLE,
            Plain.TEXT,
            Plain.MEDIUM_TEXT,
            Plain.LONG_TEXT,
            Plain.BINARY,
            Plain.DATE,
            Plain.JSON,
            Plain.UUID,
            Plain.ULID,
            Plain.INET,
            Plain.MACADDR,
            new Integral(Size.TINY, false),
            new Integral(Size.SMALL, true),
            new Integral(Size.NORMAL, false),
            new Integral(Size.NORMAL, true),
            new Integral(Size.BIG, false),
            new Decimal(10, 2),
            new Decimal(5, 0),
            new Varchar(40),
            new Varchar(191),
            new Char(3),
            new Varbinary(32),
            Temporal.of(Moment.TIME),
            Temporal.of(Moment.DATE_TIME),
            Temporal.of(Moment.TIMESTAMP),
            new Temporal(Moment.DATE_TIME, 0),
            Enumeration.of(List.of("new", "it's", "old; \\")),
            new SetOf(List.of("red", "green")),
            new ArrayOf(new Integral(Size.NORMAL, false)),
            new ArrayOf(Plain.TEXT));

    private final Dialect dialect;
    private final DdlGrammar grammar;
    private final Random random;

    RandomSchemas(Dialect dialect, long seed) {
        this.dialect = dialect;
        this.grammar = DdlGrammar.of(dialect);
        this.random = new Random(seed);
    }

    /** A schema of so many tables, {@code t0} and on, with keys between them that may go in circles. */
    SchemaDefinition schema(int tables) {
        List<TableDefinition> made = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            made.add(table("t" + i));
        }
        return new SchemaDefinition(
                made.stream().map(table -> withForeignKeys(table, tables)).toList(), List.of());
    }

    /** Another schema, which has grown out of that one: parts are the same, changed, gone and new. */
    SchemaDefinition grown(SchemaDefinition schema) {
        List<TableDefinition> tables = new ArrayList<>();
        for (TableDefinition table : schema.tables()) {
            if (!chance(6)) {
                tables.add(grown(table));
            }
        }
        tables.add(table("t" + schema.tables().size()));
        List<QualifiedName> names = tables.stream().map(TableDefinition::name).toList();
        return new SchemaDefinition(
                tables.stream()
                        .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                                .filter(key -> names.contains(key.referencedTable()))
                                .toList()))
                        .toList(),
                List.of());
    }

    private TableDefinition grown(TableDefinition table) {
        TableDefinition other = table(table.name().name());
        List<ColumnDefinition> columns = new ArrayList<>();
        for (ColumnDefinition column : table.columns()) {
            boolean stays = isKeyOf(table, column) || !chance(4);
            if (stays) {
                columns.add(chance(3) && !isKeyOf(table, column) ? changed(column) : column);
            }
        }
        for (ColumnDefinition column : other.columns()) {
            if (columns.stream().noneMatch(one -> one.name().equals(column.name() + "x"))
                    && chance(2)
                    && column.computed() == null
                    && !column.autoIncrement()) {
                columns.add(column.withName(column.name() + "x"));
            }
        }
        List<String> names = columns.stream().map(ColumnDefinition::name).toList();
        List<ColumnDefinition> whole = columns.stream()
                .filter(column -> column.computed() == null || names.contains("n"))
                .toList();
        List<String> left = whole.stream().map(ColumnDefinition::name).toList();
        return new TableDefinition(
                table.name(),
                whole,
                table.indexes().stream()
                        .filter(index -> left.containsAll(index.columns()) && mentions(index, table, left))
                        .filter(index -> index.isPrimary() || index.columns().equals(List.of("id")) || !chance(3))
                        .toList(),
                table.foreignKeys().stream()
                        .filter(key -> left.containsAll(key.columns()))
                        .map(key -> chance(3) ? key.withOnDelete(ReferentialAction.CASCADE) : key)
                        .toList(),
                table.checks().stream()
                        .filter(check -> left.containsAll(check.columns()) && !chance(3))
                        .toList(),
                table.options(),
                chance(3) ? other.comment() : table.comment());
    }

    /** The SQL in an index is over the columns n and s. */
    private static boolean mentions(IndexDefinition index, TableDefinition table, List<String> left) {
        boolean plain =
                index.where() == null && index.columns().size() == index.parts().size();
        return plain
                || table.columns().stream()
                        .map(ColumnDefinition::name)
                        .filter(name -> name.equals("n") || name.equals("s"))
                        .allMatch(left::contains);
    }

    private static boolean isKeyOf(TableDefinition table, ColumnDefinition column) {
        return table.primaryKey()
                        .map(key -> key.columns().contains(column.name()))
                        .orElse(false)
                || table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
    }

    private ColumnDefinition changed(ColumnDefinition column) {
        if (column.computed() != null) {
            return column.withComment(comment());
        }
        ColumnDefinition changed = column.withNullable(!column.nullable()).withComment(comment());
        if (column.type() instanceof Varchar text) {
            return changed.withType(new Varchar(text.length() + 20)).withDefault(DefaultValue.Literal.of("other"));
        } else if (column.type() instanceof Integral && !column.autoIncrement()) {
            return changed.withType(new Integral(Size.BIG, false)).withDefault(DefaultValue.Literal.of(7));
        }
        return changed.withDefault(null);
    }

    // Tables

    private TableDefinition table(String name) {
        List<ColumnDefinition> columns = new ArrayList<>();
        columns.add(ColumnDefinition.of("id", new Integral(Size.BIG, false)).withAutoIncrement(!chance(4)));
        // What the SQL of checks, indexes and computed columns is about.
        columns.add(ColumnDefinition.of("n", new Integral(Size.NORMAL, false)).withNullable(chance(2)));
        columns.add(ColumnDefinition.of("s", new Varchar(60)).withNullable(chance(2)));
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            columns.add(column("c" + i));
        }
        if (chance(4)) {
            columns.add(possible(ColumnDefinition.of("computed", new Integral(Size.NORMAL, false))
                            .withNullable(true)
                            .withComputed(new Computed(quoted("n") + " + 1", !chance(3))))
                    .orElse(ColumnDefinition.of("plain", Plain.DATE)));
        }
        return new TableDefinition(
                QualifiedName.of(name), columns, indexes(columns), List.of(), checks(), TableOptions.NONE, comment());
    }

    private ColumnDefinition column(String name) {
        while (true) {
            ColumnType type = TYPES.get(random.nextInt(TYPES.size()));
            boolean nullable = chance(2);
            Optional<ColumnDefinition> column = possible(ColumnDefinition.of(name, type)
                    .withNullable(nullable)
                    .withDefault(chance(2) ? defaultOf(type) : null)
                    .withText(type instanceof Varchar && chance(4) ? text() : TextRules.NONE)
                    .withCurrentOnUpdate(
                            type instanceof Temporal time && time.moment() == Moment.DATE_TIME && chance(3))
                    .withComment(comment()));
            if (column.isPresent()) {
                return column.get();
            }
        }
    }

    /** The column, where the database can have it. */
    private Optional<ColumnDefinition> possible(ColumnDefinition column) {
        try {
            var unused = grammar.statements(
                    new CreateTable(TableDefinition.of(QualifiedName.of("any"), List.of(column), List.of())));
            return Optional.of(column);
        } catch (UnsupportedFeatureException e) {
            return Optional.empty();
        }
    }

    private @Nullable DefaultValue defaultOf(ColumnType type) {
        if (type == Plain.BOOLEAN) {
            return DefaultValue.Literal.of(chance(2));
        } else if (type == Plain.DATE || (type instanceof Temporal && chance(2))) {
            return new DefaultValue.CurrentTime();
        } else if (type instanceof Integral) {
            return chance(3) ? new DefaultValue.Expression("1 + 1") : DefaultValue.Literal.of(random.nextInt(100));
        } else if (type instanceof Decimal number) {
            return DefaultValue.Literal.of(new BigDecimal("1.5").setScale(number.scale(), RoundingMode.UP));
        } else if (type instanceof Varchar || type == Plain.TEXT) {
            return chance(3)
                    ? new DefaultValue.Expression("concat('a', 'b')")
                    : DefaultValue.Literal.of(chance(2) ? "it's \\ \"new\"; ok" : "plain");
        } else if (type instanceof Enumeration words) {
            return DefaultValue.Literal.of(words.values().get(1));
        } else if (type == Plain.JSON && dialect != Dialects.H2) {
            return DefaultValue.Literal.of("{\"a\":   [1, 2]}");
        }
        return null;
    }

    private TextRules text() {
        if (dialect == Dialects.POSTGRESQL) {
            return TextRules.NONE.withCollation("C");
        }
        return dialect.supports(Capability.COLUMN_CHARSET)
                ? TextRules.NONE.withCharset("latin1").withCollation(chance(2) ? "latin1_bin" : null)
                : TextRules.NONE;
    }

    private @Nullable String comment() {
        return chance(4) ? "it's \\ a \"comment\" " + random.nextInt(100) : null;
    }

    // Keys

    private List<IndexDefinition> indexes(List<ColumnDefinition> columns) {
        List<String> indexable = columns.stream()
                .filter(column -> column.type() instanceof Integral
                        || column.type() instanceof Temporal
                        || column.type() instanceof Varchar
                        || column.type() == Plain.DATE)
                .filter(column -> column.computed() == null)
                .map(ColumnDefinition::name)
                .toList();
        List<IndexDefinition> indexes = new ArrayList<>();
        boolean counts = columns.get(0).autoIncrement();
        indexes.add(
                counts || chance(2)
                        ? IndexDefinition.primary(List.of("id"))
                        : IndexDefinition.primary(List.of("id", "n")));
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            List<IndexPart> parts = random.ints(0, indexable.size())
                    .distinct()
                    .limit(1 + random.nextInt(Math.min(3, indexable.size())))
                    .<IndexPart>mapToObj(position -> new OfColumn(indexable.get(position), chance(4), null, null))
                    .toList();
            Kind kind = chance(3) ? Kind.UNIQUE : Kind.INDEX;
            String name = chance(2) ? null : "own_" + random.nextInt(1_000_000_000);
            indexes.add(new IndexDefinition(kind, name, parts, null, null, null));
        }
        special(indexes);
        // Two alike have one name.
        return IntStream.range(0, indexes.size())
                .filter(i -> indexes.subList(0, i).stream()
                        .noneMatch(one -> one.kind() == indexes.get(i).kind()
                                && one.columns().equals(indexes.get(i).columns())))
                .mapToObj(indexes::get)
                .toList();
    }

    private void special(List<IndexDefinition> indexes) {
        IndexDefinition index = IndexDefinition.index(List.of("s"));
        if (dialect.supports(Capability.PARTIAL_INDEX) && chance(3)) {
            indexes.add(index.withName("partial_" + random.nextInt(1_000_000_000))
                    .withWhere(quoted("n") + " > 5 and " + quoted("s") + " is not null"));
        }
        if (dialect.supports(Capability.EXPRESSION_INDEX) && chance(3)) {
            indexes.add(index.withParts(
                    List.of(IndexPart.expression("lower(" + quoted("s") + ")"), IndexPart.column("n"))));
        }
        if (dialect.supports(Capability.INDEX_METHOD) && chance(4)) {
            indexes.add(index.withMethod(IndexMethod.HASH));
        }
        if (dialect.supports(Capability.PREFIX_INDEX) && chance(3)) {
            indexes.add(index.withName("prefix_" + random.nextInt(1_000_000_000))
                    .withParts(List.of(new OfColumn("s", false, 10, null))));
        }
        if (dialect.supports(Capability.FULL_TEXT) && chance(4)) {
            indexes.add(new IndexDefinition(Kind.FULLTEXT, null, List.of(IndexPart.column("s")), null, null, null));
        }
    }

    private List<CheckDefinition> checks() {
        List<CheckDefinition> checks = new ArrayList<>();
        if (chance(4)) {
            checks.add(new CheckDefinition(null, List.of("n"), new Positive("n")));
        }
        if (chance(4)) {
            checks.add(new CheckDefinition(null, List.of("s"), new Matches("s", "^[a-z]+$")));
        }
        if (chance(4)) {
            checks.add(new CheckDefinition(
                    null,
                    List.of("n", "s"),
                    new Condition("(" + quoted("n") + " + 1 < 10 or " + quoted("s") + " <> 'it''s')")));
        }
        return checks;
    }

    private TableDefinition withForeignKeys(TableDefinition table, int tables) {
        List<ColumnDefinition> columns = new ArrayList<>(table.columns());
        List<ForeignKeyDefinition> keys = new ArrayList<>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String column = "fk" + i;
            columns.add(
                    ColumnDefinition.of(column, new Integral(Size.BIG, false)).withNullable(true));
            keys.add(ForeignKeyDefinition.of(
                            List.of(column), QualifiedName.of("t" + random.nextInt(tables)), List.of("id"))
                    .withOnDelete(action())
                    .withOnUpdate(action())
                    .withDeferral(
                            dialect.supports(Capability.DEFERRABLE_KEY)
                                    ? one(Deferral.values())
                                    : Deferral.NOT_DEFERRABLE));
        }
        return new TableDefinition(
                table.name(), columns, withOnlyId(table), keys, table.checks(), table.options(), table.comment());
    }

    /** So that every table can be pointed at. */
    private static List<IndexDefinition> withOnlyId(TableDefinition table) {
        List<IndexDefinition> indexes = table.indexes();
        boolean isId = indexes.stream()
                .anyMatch(index -> index.kind() != Kind.INDEX
                        && index.isOverColumns()
                        && index.columns().equals(List.of("id")));
        List<IndexDefinition> all = new ArrayList<>(indexes);
        if (!isId) {
            all.add(IndexDefinition.unique(List.of("id")).withName(table.name() + "_only_id"));
        }
        return all;
    }

    private ReferentialAction action() {
        ReferentialAction action = one(ReferentialAction.values());
        return action == ReferentialAction.SET_DEFAULT && !dialect.supports(Capability.SET_DEFAULT_ACTION)
                ? ReferentialAction.SET_NULL
                : action;
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private String quoted(String name) {
        return dialect.grammar().quoted(name);
    }
}
