package dev.ilana.schema.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableOrderTest {

    @Test
    void aTableStandsBehindWhatItReferences() {
        TableOrder order = TableOrder.of(List.of(
                table("post_tags", "posts", "tags"),
                table("posts", "users"),
                table("tags"),
                table("users", "teams"),
                table("teams")));
        assertThat(names(order.tables())).containsExactly("tags", "teams", "users", "posts", "post_tags");
        assertThat(names(order.reversed())).containsExactly("post_tags", "posts", "users", "teams", "tags");
        assertThat(order.cycles()).isEmpty();
    }

    @Test
    void tablesThatReferenceNothingKeepTheirOrder() {
        assertThat(names(TableOrder.of(List.of(table("c"), table("a"), table("b")))
                        .tables()))
                .containsExactly("c", "a", "b");
        assertThat(TableOrder.of(List.of()).tables()).isEmpty();
    }

    @Test
    void aTableThatReferencesItselfIsNoCycle() {
        TableOrder order = TableOrder.of(List.of(table("nodes", "nodes", "trees"), table("trees")));
        assertThat(names(order.tables())).containsExactly("trees", "nodes");
        assertThat(order.cycles()).isEmpty();
        assertThat(order.forward(QualifiedName.of("nodes"))).isEmpty();
    }

    @Test
    void aTableThatIsNotAmongThemCountsForNothing() {
        TableOrder order = TableOrder.of(List.of(table("posts", "elsewhere")));
        assertThat(names(order.tables())).containsExactly("posts");
        assertThat(order.forward(QualifiedName.of("posts"))).isEmpty();
        assertThat(order.forward(QualifiedName.of("elsewhere"))).isEmpty();
    }

    @Test
    void theTablesOfACycleStandTogetherAndTheOthersAroundThem() {
        TableOrder order = TableOrder.of(
                List.of(table("leaf", "b"), table("a", "b"), table("b", "c"), table("c", "a", "root"), table("root")));
        assertThat(names(order.tables())).containsExactly("root", "a", "c", "b", "leaf");
        assertThat(order.cycles())
                .containsExactly(List.of(QualifiedName.of("a"), QualifiedName.of("b"), QualifiedName.of("c")));
        assertThat(order.forward(QualifiedName.of("a")))
                .extracting(key -> key.referencedTable().name())
                .containsExactly("b");
        assertThat(order.forward(QualifiedName.of("c"))).isEmpty();
    }

    @Test
    void twoCyclesAreToldApartAndEachStandsBehindTheOneItReferences() {
        TableOrder order =
                TableOrder.of(List.of(table("a", "b", "c"), table("b", "a"), table("c", "d"), table("d", "c")));
        assertThat(names(order.tables())).containsExactly("c", "d", "a", "b");
        assertThat(order.cycles())
                .containsExactly(
                        List.of(QualifiedName.of("c"), QualifiedName.of("d")),
                        List.of(QualifiedName.of("a"), QualifiedName.of("b")));
    }

    @Test
    void aKeyThatMayBeNullGivesWayInACycle() {
        TableOrder order = TableOrder.of(List.of(table("posts", "users"), nullable("users", "posts")));
        assertThat(names(order.tables())).containsExactly("users", "posts");
        assertThat(order.cycles()).hasSize(1);
        assertThat(order.forward(QualifiedName.of("users")))
                .extracting(ForeignKeyDefinition::columns)
                .containsExactly(List.of("posts_id"));
    }

    @Test
    void tablesOfOneNameInTwoSchemasAreTwo() {
        TableOrder order = TableOrder.of(List.of(table("users", "audit.users"), table("audit.users", "other.users")));
        assertThat(order.tables())
                .extracting(TableDefinition::name)
                .containsExactly(QualifiedName.of("audit.users"), QualifiedName.of("users"));
        assertThat(order.cycles()).isEmpty();
    }

    @Test
    void aLongChainAndAnyShuffleOfItIsOneOrder() {
        List<TableDefinition> chain = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i -> i == 0 ? table("t0") : table("t" + i, "t" + (i - 1)))
                .toList());
        List<String> expected = names(chain);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(chain, new Random(seed));
            assertThat(names(TableOrder.of(chain).tables())).isEqualTo(expected);
        }
    }

    @Test
    void whateverReferencesThereAreOnlyKeysWithinACycleLeadForward() {
        Random random = new Random(20);
        for (int round = 0; round < 500; round++) {
            int count = 1 + random.nextInt(9);
            List<TableDefinition> tables = IntStream.range(0, count)
                    .mapToObj(i -> table(
                            "t" + i,
                            IntStream.range(0, count)
                                    .filter(other -> random.nextInt(4) == 0)
                                    .mapToObj(other -> "t" + other)
                                    .toArray(String[]::new)))
                    .toList();
            TableOrder order = TableOrder.of(tables);
            assertThat(order.tables()).containsExactlyInAnyOrderElementsOf(tables);
            for (TableDefinition table : order.tables()) {
                for (ForeignKeyDefinition key : order.forward(table.name())) {
                    assertThat(order.cycles())
                            .anyMatch(cycle -> cycle.contains(table.name()) && cycle.contains(key.referencedTable()));
                }
            }
        }
    }

    private static TableDefinition table(String name, String... referenced) {
        return table(name, false, referenced);
    }

    private static TableDefinition nullable(String name, String... referenced) {
        return table(name, true, referenced);
    }

    private static TableDefinition table(String name, boolean nullable, String... referenced) {
        Integral number = new Integral(Size.BIG, false);
        List<ColumnDefinition> columns = Stream.concat(
                        Stream.of(ColumnDefinition.of("id", number)),
                        Arrays.stream(referenced)
                                .map(other -> ColumnDefinition.of(column(other), number)
                                        .withNullable(nullable)))
                .toList();
        return TableDefinition.of(QualifiedName.of(name), columns, List.of())
                .withForeignKeys(Arrays.stream(referenced)
                        .map(other ->
                                ForeignKeyDefinition.of(List.of(column(other)), QualifiedName.of(other), List.of("id")))
                        .toList());
    }

    private static String column(String table) {
        return table.replace('.', '_') + "_id";
    }

    private static List<String> names(List<TableDefinition> tables) {
        return tables.stream().map(table -> table.name().toString()).toList();
    }
}
