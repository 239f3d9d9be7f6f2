package dev.ilana.schema.diagram;

import static dev.ilana.schema.diagram.Shop.BIG;
import static dev.ilana.schema.diagram.Shop.ID;
import static dev.ilana.schema.diagram.Shop.PRIMARY;
import static dev.ilana.schema.diagram.Shop.column;
import static dev.ilana.schema.diagram.Shop.key;
import static dev.ilana.schema.diagram.Shop.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many rows a reference joins, in both languages. */
class CardinalityTest {

    private static final TableDefinition PEOPLE =
            table("people", List.of(ID, column("house", BIG), column("floor", BIG)), PRIMARY);
    private static final ForeignKeyDefinition TO_PERSON = key("person_id", "people", "id");

    @Test
    void aKeyIsManyToOne() {
        assertThat(mermaid(pets(false))).containsExactly("\"people\" ||..o{ \"pets\" : \"person_id\"");
        assertThat(dbml(pets(false))).containsExactly("Ref: \"pets\".\"person_id\" > \"people\".\"id\"");
    }

    @Test
    void aKeyThatMayBeNullIsManyToOneOrNone() {
        assertThat(mermaid(pets(true))).containsExactly("\"people\" |o..o{ \"pets\" : \"person_id\"");
        assertThat(dbml(pets(true))).containsExactly("Ref: \"pets\".\"person_id\" > \"people\".\"id\"");
        assertThat(Diagram.dbml(schema(pets(true))))
                .as("DBML reads none off the column")
                .contains("  \"person_id\" bigint\n");
    }

    @Test
    void aUniqueKeyIsOneToOne() {
        IndexDefinition unique = IndexDefinition.unique(List.of("person_id"));

        assertThat(mermaid(pets(false, unique))).containsExactly("\"people\" ||..o| \"pets\" : \"person_id\"");
        assertThat(mermaid(pets(true, unique))).containsExactly("\"people\" |o..o| \"pets\" : \"person_id\"");
        assertThat(dbml(pets(true, unique))).containsExactly("Ref: \"people\".\"id\" - \"pets\".\"person_id\"");
    }

    @Test
    void aKeyThatIsThePrimaryKeyIsOneToOneAndIdentifies() {
        TableDefinition pets = pets(false, IndexDefinition.primary(List.of("person_id")));

        assertThat(mermaid(pets)).containsExactly("\"people\" ||--o| \"pets\" : \"person_id\"");
        assertThat(dbml(pets)).containsExactly("Ref: \"people\".\"id\" - \"pets\".\"person_id\"");
    }

    @Test
    void aKeyThatIsPartOfAUniqueOneIsManyToOne() {
        IndexDefinition both = IndexDefinition.unique(List.of("person_id", "name"));

        assertThat(mermaid(pets(false, both))).containsExactly("\"people\" ||..o{ \"pets\" : \"person_id\"");
        assertThat(dbml(pets(false, both))).containsExactly("Ref: \"pets\".\"person_id\" > \"people\".\"id\"");
    }

    @Test
    void aUniqueIndexOfSomeRowsOrSomeLettersMakesNoOneToOne() {
        IndexDefinition some = IndexDefinition.unique(List.of("person_id")).withWhere("name = 1");
        IndexDefinition start = IndexDefinition.unique(List.of("person_id"))
                .withParts(List.of(new OfColumn("person_id", false, 2, null)));
        IndexDefinition made = IndexDefinition.unique(List.of("person_id"))
                .withParts(List.of(IndexPart.column("person_id"), IndexPart.expression("name * 2")));
        IndexDefinition plain = IndexDefinition.index(List.of("person_id"));

        assertThat(mermaid(pets(false, some, start, made, plain)))
                .containsExactly("\"people\" ||..o{ \"pets\" : \"person_id\"");
    }

    @Test
    void aUniqueIndexFromTheEndIsUniqueToo() {
        IndexDefinition unique = IndexDefinition.unique(List.of("person_id"))
                .withParts(List.of(new OfColumn("person_id", true, null, null)));

        assertThat(mermaid(pets(false, unique))).containsExactly("\"people\" ||..o| \"pets\" : \"person_id\"");
    }

    @Test
    void aKeyOfSeveralColumnsIsOneReference() {
        ForeignKeyDefinition key =
                ForeignKeyDefinition.of(List.of("house", "floor"), PEOPLE.name(), List.of("house", "floor"));
        List<IndexDefinition> none = List.of();
        TableDefinition many = flats(false, none).withForeignKeys(List.of(key));
        TableDefinition oneNull = flats(true, none).withForeignKeys(List.of(key));
        TableDefinition one = flats(false, List.of(IndexDefinition.unique(List.of("floor", "house"))))
                .withForeignKeys(List.of(key));
        TableDefinition oneOfFewer =
                flats(false, List.of(IndexDefinition.unique(List.of("house")))).withForeignKeys(List.of(key));

        assertThat(mermaid(many)).containsExactly("\"people\" ||..o{ \"flats\" : \"house, floor\"");
        assertThat(mermaid(oneNull)).containsExactly("\"people\" |o..o{ \"flats\" : \"house, floor\"");
        assertThat(mermaid(one)).containsExactly("\"people\" ||..o| \"flats\" : \"house, floor\"");
        assertThat(mermaid(oneOfFewer)).containsExactly("\"people\" ||..o| \"flats\" : \"house, floor\"");
        assertThat(dbml(many))
                .containsExactly("Ref: \"flats\".(\"house\", \"floor\") > \"people\".(\"house\", \"floor\")");
    }

    @Test
    void aTableOfTwoKeysIsManyToMany() {
        TableDefinition friends = table(
                        "friends",
                        List.of(column("one_id", BIG), column("other_id", BIG)),
                        IndexDefinition.primary(List.of("one_id", "other_id")))
                .withForeignKeys(List.of(key("one_id", "people", "id"), key("other_id", "people", "id")));

        assertThat(mermaid(friends))
                .containsExactly(
                        "\"people\" ||--o{ \"friends\" : \"one_id\"", "\"people\" ||--o{ \"friends\" : \"other_id\"");
        assertThat(dbml(friends))
                .containsExactly(
                        "Ref: \"friends\".\"one_id\" > \"people\".\"id\"",
                        "Ref: \"friends\".\"other_id\" > \"people\".\"id\"");
    }

    @Test
    void aTableMayReferToItself() {
        TableDefinition nodes = table(
                        "nodes", List.of(ID, column("parent_id", BIG).withNullable(true)), PRIMARY)
                .withForeignKeys(List.of(key("parent_id", "nodes", "id")));

        assertThat(mermaid(nodes)).containsExactly("\"nodes\" |o..o{ \"nodes\" : \"parent_id\"");
        assertThat(dbml(nodes)).containsExactly("Ref: \"nodes\".\"parent_id\" > \"nodes\".\"id\"");
    }

    private static TableDefinition pets(boolean nullable, IndexDefinition... indexes) {
        return table("pets", List.of(column("person_id", BIG).withNullable(nullable), column("name", BIG)), indexes)
                .withForeignKeys(List.of(TO_PERSON));
    }

    private static TableDefinition flats(boolean nullable, List<IndexDefinition> indexes) {
        return TableDefinition.of(
                QualifiedName.of("flats"),
                List.of(column("house", BIG), column("floor", BIG).withNullable(nullable)),
                indexes);
    }

    private static SchemaDefinition schema(TableDefinition table) {
        return new SchemaDefinition(List.of(PEOPLE, table), List.of());
    }

    private static List<String> mermaid(TableDefinition table) {
        String text = Diagram.mermaid(schema(table));
        Grammar.checkMermaid(text);
        return text.lines()
                .filter(line -> line.contains(" : "))
                .map(String::strip)
                .toList();
    }

    private static List<String> dbml(TableDefinition table) {
        String text = Diagram.dbml(schema(table));
        Grammar.checkDbml(text);
        return text.lines().filter(line -> line.contains("Ref")).toList();
    }
}
