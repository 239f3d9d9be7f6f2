package dev.ilana.schema.diagram;

import static dev.ilana.schema.diagram.Shop.BIG;
import static dev.ilana.schema.diagram.Shop.column;
import static dev.ilana.schema.diagram.Shop.key;
import static dev.ilana.schema.diagram.Shop.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Mermaid is given. */
class MermaidTest {

    @Test
    void aSchemaIsItsTablesThenItsReferences() {
        String text = Diagram.mermaid(Shop.schema());

        Grammar.checkMermaid(text);
        assertThat(text).isEqualTo("""
                        erDiagram
                            "countries" {
                                char(2) code PK
                                varchar(80) name
                            }
                            "customers" {
                                bigint id PK
                                char(2) country_code FK
                                bigint friend_id FK
                                varchar(190) email UK "where it's sent to"
                                level level "one of new, old friend"
                                boolean active
                                timestamp seen_at
                            }
                            "cards" {
                                bigint customer_id PK, FK
                                decimal(16_0) number
                            }
                            "products" {
                                bigint id PK
                                text title
                                enum size "one of S, M"
                                set colours "any of red, blue"
                                decimal(10_2) price
                                integer_unsigned points
                                decimal(10_2) tax "computed as price * 0.2"
                                uuid mark
                                time(0) made_at
                            }
                            "orders" {
                                bigint customer_id PK, FK
                                bigint number PK
                            }
                            "lines" {
                                bigint customer_id PK, FK
                                bigint number PK, FK
                                bigint product_id PK, FK
                            }
                            "analytics.visits" {
                                bigint customer_id FK
                                bigint page_id FK
                                enum kind "one of web"
                            }
                            "countries" |o..o{ "customers" : "country_code"
                            "customers" |o..o{ "customers" : "friend_id"
                            "customers" ||--o| "cards" : "customer_id"
                            "customers" ||--o{ "orders" : "customer_id"
                            "orders" ||--o{ "lines" : "customer_id, number"
                            "products" ||--o{ "lines" : "product_id"
                            "customers" ||..o{ "analytics.visits" : "customer_id"
                            "analytics.pages" |o..o{ "analytics.visits" : "page_id"
                        """);
    }

    @Test
    void aSchemaWithoutTablesIsAnEmptyDiagram() {
        assertThat(Diagram.mermaid(SchemaDefinition.EMPTY)).isEqualTo("erDiagram\n");
    }

    @Test
    void theSameDefinitionGivesTheSameText() {
        assertThat(Diagram.mermaid(Shop.schema())).isEqualTo(Diagram.mermaid(Shop.schema()));
    }

    @Test
    void aTableThatIsNotDefinedIsNamedByWhatRefersToIt() {
        TableDefinition posts = table("posts", List.of(column("author_id", BIG)))
                .withForeignKeys(List.of(key("author_id", "authors", "id")));

        String text = Diagram.mermaid(new SchemaDefinition(List.of(posts), List.of()));

        Grammar.checkMermaid(text);
        assertThat(text).contains("\"authors\" ||..o{ \"posts\"").doesNotContain("\"authors\" {");
    }

    @Test
    void aNameLikeTheMarkOfAKeyIsNotReadAsOne() {
        assertThat(named("pk")).isEqualTo("bigint _pk \"named pk\"");
        assertThat(named("Fk")).isEqualTo("bigint _Fk \"named Fk\"");
        assertThat(named("uké")).as("to Mermaid, é ends a word").isEqualTo("bigint _uké \"named uké\"");
        assertThat(named("pks")).isEqualTo("bigint pks");
        assertThat(named("pk_1")).isEqualTo("bigint pk_1");
    }

    @Test
    void aNameThatMermaidCanNotWriteIsSaidInTheComment() {
        assertThat(named("a$b")).isEqualTo("bigint a_b \"named a#36;b\"");
        assertThat(named("ªº")).isEqualTo("bigint __ \"named ªº\"");
        assertThat(named("名前")).isEqualTo("bigint 名前");
    }

    @Test
    void aTypeInSqlBecomesAWord() {
        assertThat(typed(new Native("tsvector"))).isEqualTo("tsvector x");
        assertThat(typed(new Native("character varying(20, 'x')"))).isEqualTo("character_varying(20___x_) x");
        assertThat(typed(new Native("\"own\".\"type\""))).isEqualTo("_own___type_ x");
        assertThat(typed(new Native("2d"))).isEqualTo("_2d x");
        assertThat(typed(new Native("[x]"))).isEqualTo("_[x] x");
        assertThat(typed(new Native("pk(1)"))).isEqualTo("_pk(1) x");
    }

    private static String named(String name) {
        return only(table("t", List.of(column(name, BIG))));
    }

    private static String typed(ColumnType type) {
        return only(table("t", List.of(column("x", type))));
    }

    private static String only(TableDefinition table) {
        String text = Diagram.mermaid(new SchemaDefinition(List.of(table), List.of()));
        Grammar.checkMermaid(text);
        return text.lines().toList().get(2).strip();
    }
}
