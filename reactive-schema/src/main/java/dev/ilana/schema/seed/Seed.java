package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidNameException;
import dev.ilana.model.Model;
import dev.ilana.model.WritableTable;
import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows that a table begins with. A seed is immutable: each word gives another. */
public abstract sealed class Seed permits RowSeed, ModelSeed {

    private final QualifiedName table;
    private final SeedTerms terms;

    Seed(QualifiedName table, SeedTerms terms) {
        this.table = table;
        this.terms = terms;
    }

    /**
     * No rows yet for the table of that name.
     *
     * @throws InvalidNameException when it is none
     */
    public static RowSeed of(String table) {
        return new RowSeed(QualifiedName.of(table), SeedTerms.DEFAULT, List.of());
    }

    /** No rows yet for the table of these models. */
    public static <M extends Model<M>> ModelSeed<M> of(WritableTable<M> table) {
        return new ModelSeed<>(table, SeedTerms.DEFAULT, List.of());
    }

    final QualifiedName table() {
        return table;
    }

    final SeedTerms terms() {
        return terms;
    }

    /** How many rows there are. */
    abstract long count();

    /** Nothing, when what is known of the rows before they are made can be put into the table. */
    abstract void check(KnownTable known, List<String> required);

    /** What puts them in, batch by batch. */
    abstract Flux<Mono<Long>> writes(KnownTable known, SeedStrategy strategy, List<String> key, int size);

    /** The rows as they are stored, the last first. */
    abstract Flux<List<Map<String, ?>>> backward(int size);

    /** The rows as that database would store them, with what is made on the way, the first first. */
    abstract Flux<List<Map<String, ?>>> stored(Database database, int size);
}
