package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;

/** A schema with something of everything a diagram shows. */
final class Shop {

    static final ColumnType BIG = new Integral(Size.BIG, false);
    static final ColumnDefinition ID = column("id", BIG).withAutoIncrement(true);
    static final IndexDefinition PRIMARY =
            IndexDefinition.primary(List.of("id")).withName("shop_pkey");

    private Shop() {}

    static SchemaDefinition schema() {
        QualifiedName level = QualifiedName.of("level");
        return new SchemaDefinition(
                List.of(countries(), customers(level), cards(), products(), orders(), lines(), visits()),
                List.of(new EnumDefinition(level, List.of("new", "old friend"))));
    }

    static ColumnDefinition column(String name, ColumnType type) {
        return ColumnDefinition.of(name, type);
    }

    static ForeignKeyDefinition key(String column, String table, String referenced) {
        return ForeignKeyDefinition.of(List.of(column), QualifiedName.of(table), List.of(referenced));
    }

    static TableDefinition table(String name, List<ColumnDefinition> columns, IndexDefinition... indexes) {
        return TableDefinition.of(QualifiedName.of(name), columns, List.of(indexes));
    }

    private static TableDefinition countries() {
        return table(
                "countries",
                List.of(column("code", new Char(2)), column("name", new Varchar(80))),
                IndexDefinition.primary(List.of("code")));
    }

    private static TableDefinition customers(QualifiedName level) {
        List<ColumnDefinition> columns = List.of(
                ID,
                column("country_code", new Char(2)).withNullable(true),
                column("friend_id", BIG).withNullable(true),
                column("email", new Varchar(190)).withComment("where it's sent to"),
                column("level", new Enumeration(List.of("new", "old friend"), level))
                        .withDefault(DefaultValue.Literal.of("new")),
                column("active", Plain.BOOLEAN).withDefault(DefaultValue.Literal.of(true)),
                column("seen_at", Temporal.of(Moment.TIMESTAMP)).withDefault(new DefaultValue.CurrentTime()));
        return table(
                        "customers",
                        columns,
                        PRIMARY,
                        IndexDefinition.unique(List.of("email")).withName("customers_email_unique"),
                        IndexDefinition.index(List.of("country_code")),
                        new IndexDefinition(
                                Kind.INDEX,
                                "by_name",
                                List.of(
                                        IndexPart.expression("lower(email)"),
                                        new OfColumn("seen_at", true, null, null)),
                                "active",
                                IndexMethod.BTREE,
                                null))
                .withForeignKeys(List.of(
                        key("country_code", "countries", "code").withOnDelete(ReferentialAction.SET_NULL),
                        key("friend_id", "customers", "id").withName("friends")))
                .withComment("who buys");
    }

    private static TableDefinition cards() {
        return table(
                        "cards",
                        List.of(column("customer_id", BIG), column("number", new Decimal(16, 0))),
                        IndexDefinition.primary(List.of("customer_id")))
                .withForeignKeys(List.of(key("customer_id", "customers", "id")
                        .withOnDelete(ReferentialAction.CASCADE)
                        .withOnUpdate(ReferentialAction.NO_ACTION)));
    }

    private static TableDefinition products() {
        List<ColumnDefinition> columns = List.of(
                ID,
                column("title", Plain.TEXT),
                column("size", Enumeration.of(List.of("S", "M"))).withNullable(true),
                column("colours", new SetOf(List.of("red", "blue"))),
                column("price", new Decimal(10, 2)).withDefault(DefaultValue.Literal.of(1.5)),
                column("points", new Integral(Size.NORMAL, true)).withDefault(DefaultValue.Literal.of(-1)),
                column("tax", new Decimal(10, 2)).withComputed(new Computed("price * 0.2", true)),
                column("mark", Plain.UUID).withDefault(new DefaultValue.Expression("gen_random_uuid()")),
                column("made_at", new Temporal(Moment.TIME, 0)).withDefault(new DefaultValue.CurrentTime()));
        return table(
                "products",
                columns,
                PRIMARY,
                new IndexDefinition(Kind.FULLTEXT, "words", List.of(IndexPart.column("title")), null, null, "english"),
                IndexDefinition.index(List.of("price")).withMethod(IndexMethod.BRIN));
    }

    private static TableDefinition orders() {
        return table(
                        "orders",
                        List.of(column("customer_id", BIG), column("number", BIG)),
                        IndexDefinition.primary(List.of("customer_id", "number")))
                .withForeignKeys(List.of(key("customer_id", "customers", "id")));
    }

    /** Of orders and products, many to many. */
    private static TableDefinition lines() {
        return table(
                        "lines",
                        List.of(column("customer_id", BIG), column("number", BIG), column("product_id", BIG)),
                        IndexDefinition.primary(List.of("customer_id", "number", "product_id")))
                .withForeignKeys(List.of(
                        ForeignKeyDefinition.of(
                                        List.of("customer_id", "number"),
                                        QualifiedName.of("orders"),
                                        List.of("customer_id", "number"))
                                .withOnDelete(ReferentialAction.CASCADE)
                                .withOnUpdate(ReferentialAction.RESTRICT),
                        key("product_id", "products", "id")));
    }

    private static TableDefinition visits() {
        return table(
                        "analytics.visits",
                        List.of(
                                column("customer_id", BIG),
                                column("page_id", BIG).withNullable(true),
                                column("kind", Enumeration.of(List.of("web")))))
                .withForeignKeys(
                        List.of(key("customer_id", "customers", "id"), key("page_id", "analytics.pages", "id")));
    }
}
