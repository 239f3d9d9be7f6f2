package dev.ilana.schema.diagram;

import static dev.ilana.schema.diagram.Shop.BIG;
import static dev.ilana.schema.diagram.Shop.ID;
import static dev.ilana.schema.diagram.Shop.PRIMARY;
import static dev.ilana.schema.diagram.Shop.column;
import static dev.ilana.schema.diagram.Shop.key;
import static dev.ilana.schema.diagram.Shop.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.IndexPart.OfExpression;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What DBML is given. */
class DbmlTest {

    @Test
    void aSchemaIsItsEnumsThenItsTablesThenItsReferences() {
        String text = Diagram.dbml(Shop.schema());

        Grammar.checkDbml(text);
        assertThat(text).isEqualTo("""
                        Enum "level" {
                          "new"
                          "old friend"
                        }

                        Enum "products.size" {
                          "S"
                          "M"
                        }

                        Enum "analytics"."visits.kind" {
                          "web"
                        }

                        Table "countries" {
                          "code" char(2) [pk, not null]
                          "name" varchar(80) [not null]
                        }

                        Table "customers" {
                          "id" bigint [pk, not null, increment]
                          "country_code" char(2)
                          "friend_id" bigint
                          "email" varchar(190) [not null, note: 'where it\\'s sent to']
                          "level" "level" [not null, default: 'new']
                          "active" boolean [not null, default: true]
                          "seen_at" timestamp [not null, default: `current_timestamp`]

                          indexes {
                            ("email") [unique, name: 'customers_email_unique']
                            ("country_code")
                            (`lower(email)`, `seen_at desc`) [name: 'by_name', type: btree, note: 'where active']
                          }

                          Note: 'who buys'
                        }

                        Table "cards" {
                          "customer_id" bigint [pk, not null]
                          "number" decimal(16,0) [not null]
                        }

                        Table "products" {
                          "id" bigint [pk, not null, increment]
                          "title" text [not null]
                          "size" "products.size"
                          "colours" set [not null, note: 'any of red, blue']
                          "price" decimal(10,2) [not null, default: 1.5]
                          "points" "integer unsigned" [not null, default: `-1`]
                          "tax" decimal(10,2) [not null, note: 'computed as price * 0.2']
                          "mark" uuid [not null, default: `gen_random_uuid()`]
                          "made_at" time(0) [not null, default: `current_time`]

                          indexes {
                            ("title") [name: 'words', note: 'fulltext; in english']
                            ("price") [note: 'brin']
                          }
                        }

                        Table "orders" {
                          "customer_id" bigint [not null]
                          "number" bigint [not null]

                          indexes {
                            ("customer_id", "number") [pk]
                          }
                        }

                        Table "lines" {
                          "customer_id" bigint [not null]
                          "number" bigint [not null]
                          "product_id" bigint [not null]

                          indexes {
                            ("customer_id", "number", "product_id") [pk]
                          }
                        }

                        Table "analytics"."visits" {
                          "customer_id" bigint [not null]
                          "page_id" bigint
                          "kind" "analytics"."visits.kind" [not null]
                        }

                        Ref: "customers"."country_code" > "countries"."code" [delete: set null]
                        Ref "friends": "customers"."friend_id" > "customers"."id"
                        Ref: "customers"."id" - "cards"."customer_id" [delete: cascade]
                        Ref: "orders"."customer_id" > "customers"."id"
                        Ref: "lines".("customer_id", "number") > "orders".("customer_id", "number") [delete: cascade, update: restrict]
                        Ref: "lines"."product_id" > "products"."id"
                        Ref: "analytics"."visits"."customer_id" > "customers"."id"
                        // no such table is defined: Ref: "analytics"."visits"."page_id" > "analytics"."pages"."id"
                        """);
    }

    @Test
    void aSchemaWithoutTablesIsAnEmptyText() {
        assertThat(Diagram.dbml(SchemaDefinition.EMPTY)).isEmpty();
    }

    @Test
    void aReferenceThatDbmlRefusesIsACommentThatSaysWhy() {
        TableDefinition users = table("users", List.of(ID, column("card_id", BIG)), PRIMARY)
                .withForeignKeys(List.of(
                        key("card_id", "cards", "id"),
                        key("card_id", "cards", "id").withName("again"),
                        key("card_id", "cards", "number"),
                        key("id", "users", "id")));
        TableDefinition cards =
                table("cards", List.of(ID), PRIMARY).withForeignKeys(List.of(key("id", "users", "card_id")));

        assertThat(dbml(users, cards).lines().filter(line -> line.contains("Ref")))
                .containsExactly(
                        "Ref: \"users\".\"card_id\" > \"cards\".\"id\"",
                        "// these are joined already: Ref \"again\": \"users\".\"card_id\" > \"cards\".\"id\"",
                        "// no such column is defined: Ref: \"users\".\"card_id\" > \"cards\".\"number\"",
                        "// columns can't refer to themselves: Ref: \"users\".\"id\" - \"users\".\"id\"",
                        "// these are joined already: Ref: \"users\".\"card_id\" - \"cards\".\"id\"");
    }

    @Test
    void columnsInAnotherOrderAreTheSameColumns() {
        List<String> forth = List.of("a", "b");
        List<String> back = List.of("b", "a");
        TableDefinition pairs =
                table("pairs", List.of(column("a", BIG), column("b", BIG)), IndexDefinition.primary(List.of("a", "b")));
        QualifiedName name = pairs.name();

        assertThat(dbml(pairs.withForeignKeys(List.of(ForeignKeyDefinition.of(forth, name, back)))))
                .contains("// columns can't refer to themselves: Ref: ");
    }

    @Test
    void anEnumIsDefinedOnceHoweverManyColumnsHaveIt() {
        Enumeration mood = new Enumeration(List.of("glad"), QualifiedName.of("own.mood"));

        assertThat(dbml(table("days", List.of(column("morning", mood), column("evening", mood)))))
                .startsWith("Enum \"own\".\"mood\" {\n  \"glad\"\n}\n\nTable \"days\" {\n")
                .containsOnlyOnce("Enum ")
                .contains("  \"evening\" \"own\".\"mood\" [not null]\n");
    }

    @Test
    void aTypeThatIsNoPlainWordIsQuoted() {
        assertThat(typed(new ArrayOf(new Varchar(3)))).isEqualTo("\"varchar(3)[]\"");
        assertThat(typed(new Native("int4range"))).isEqualTo("\"int4range\"");
        assertThat(typed(new Native("\"own\".type [pk]"))).isEqualTo("\"\\\"own\\\".type [pk]\"");
        assertThat(typed(new Native("tsvector"))).isEqualTo("tsvector");
    }

    @Test
    void aDefaultIsANumberABooleanAStringOrAnExpression() {
        assertThat(defaulted(1e20)).isEqualTo("100000000000000000000");
        assertThat(defaulted(new BigDecimal("0.050"))).isEqualTo("0.050");
        assertThat(defaulted(-2.5)).isEqualTo("`-2.5`");
        assertThat(defaulted(false)).isEqualTo("false");
        assertThat(defaulted("")).isEqualTo("''");
        assertThat(defaulted("1")).isEqualTo("'1'");
        assertThat(defaulted("it's \\ so")).isEqualTo("'it\\'s \\\\ so'");
        assertThat(defaulted(LocalDate.of(2026, 11, 21))).isEqualTo("'2026-11-21'");
        assertThat(defaulted(new DefaultValue.CurrentTime())).isEqualTo("`current_date`");
        assertThat(defaulted(new DefaultValue.Expression("lower(`a`)\n|| 'b'")))
                .as("an expression has no escape for a backtick")
                .isEqualTo("`lower(\"a\") || 'b'`");
    }

    @Test
    void anIndexShowsAllThatItIs() {
        assertThat(indexed(Kind.UNIQUE, null, new OfColumn("x", false, 10, null)))
                .isEqualTo("(`x(10)`) [unique]");
        assertThat(indexed(Kind.INDEX, IndexMethod.GIN, new OfColumn("x", true, null, "gin_trgm_ops")))
                .isEqualTo("(`x gin_trgm_ops desc`) [note: 'gin']");
        assertThat(indexed(Kind.INDEX, IndexMethod.HASH, IndexPart.column("x"))).isEqualTo("(\"x\") [type: hash]");
        assertThat(indexed(Kind.SPATIAL, null, IndexPart.column("x"))).isEqualTo("(\"x\") [note: 'spatial']");
        assertThat(indexed(Kind.INDEX, null, new OfExpression("x * 2", true))).isEqualTo("(`x * 2 desc`)");
    }

    private static String dbml(TableDefinition... tables) {
        String text = Diagram.dbml(new SchemaDefinition(List.of(tables), List.of()));
        Grammar.checkDbml(text);
        return text;
    }

    private static String typed(ColumnType type) {
        String line =
                dbml(table("t", List.of(column("x", type)))).lines().toList().get(1);
        return line.substring("  \"x\" ".length(), line.length() - " [not null]".length());
    }

    private static String defaulted(Object value) {
        return defaulted(DefaultValue.Literal.of(value));
    }

    private static String defaulted(DefaultValue value) {
        TableDefinition table = table("t", List.of(column("x", Plain.DATE).withDefault(value)));
        String line = dbml(table).lines().toList().get(1);
        return line.substring("  \"x\" date [not null, default: ".length(), line.length() - 1);
    }

    private static String indexed(Kind kind, @Nullable IndexMethod method, IndexPart part) {
        IndexDefinition index = new IndexDefinition(kind, null, List.of(part), null, method, null);
        return dbml(table("t", List.of(column("x", Plain.TEXT)), index))
                .lines()
                .toList()
                .get(4)
                .strip();
    }
}
