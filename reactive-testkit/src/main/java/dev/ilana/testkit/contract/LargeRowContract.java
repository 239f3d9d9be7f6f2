package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of a megabyte each go in statements that a server takes, however many they are. */
public interface LargeRowContract {

    int MEGABYTE = 1 << 20;

    /** 20 MB in all: more than MariaDB takes in one statement. */
    int ROWS = 20;

    /** A model that may be large. */
    final class Scroll extends Model<Scroll> {
        public static final Table<Scroll> SCROLLS = Table.of("scrolls", Scroll::new);
        public static final Column<Scroll, Long> ID = SCROLLS.id();
        public static final Column<Scroll, String> TEXT = SCROLLS.string("text");

        public Scroll() {
            super(SCROLLS);
        }
    }

    @BeforeEach
    default void scrolls(Runner run) {
        Schema schema = Schema.current();
        run.value(schema.hasTable("scrolls")
                .flatMap(there -> there
                        ? DB.table("scrolls").everything().delete().then()
                        : schema.create("scrolls", table -> {
                            table.id();
                            table.longText("text");
                        })));
        run.forgetStatements();
    }

    private static Flux<String> texts() {
        return Flux.range(0, ROWS).map(n -> String.valueOf((char) ('a' + n)).repeat(MEGABYTE));
    }

    private static void assertAllAreThere(Runner run) {
        assertThat(run.statements().size()).as("of 4 MB at most, a few").isBetween(ROWS / 4, ROWS);
        assertThat(run.list(Scroll.SCROLLS.orderBy(Scroll.ID).pluck(Scroll.TEXT.length())))
                .hasSize(ROWS)
                .containsOnly(MEGABYTE);
    }

    @Test
    @Feature("9.3")
    default void modelsThatAreGivenBack(Runner run) {
        List<Scroll> stored =
                run.list(Scroll.SCROLLS.insertMany(texts().map(text -> new Scroll().set(Scroll.TEXT, text))));

        assertThat(stored).allSatisfy(scroll -> assertThat(scroll.isStored()).isTrue());
        assertAllAreThere(run);
    }

    @Test
    @Feature("9.3")
    default void modelsInBulk(Runner run) {
        assertThat(run.get(Scroll.SCROLLS.bulkInsert(texts().map(text -> new Scroll().set(Scroll.TEXT, text)))))
                .isEqualTo(ROWS);
        assertAllAreThere(run);
    }

    @Test
    @Feature("9.3")
    default void rowsInBulk(Runner run) {
        Mono<Long> inserted = DB.table("scrolls").bulkInsert(texts().map(text -> Map.of("text", text)));

        assertThat(run.get(inserted)).isEqualTo(ROWS);
        assertAllAreThere(run);
    }
}
