package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Query;
import dev.ilana.schema.definition.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows by the names of their columns. */
public final class RowSeed extends Seed {

    /**
     * Rows that are known, or a function that makes them.
     *
     * @param known none for a function's
     */
    private record Part(Batches<Map<String, ?>> batches, List<Map<String, ?>> known) {}

    private final List<Part> parts;

    private RowSeed(QualifiedName table, List<Part> parts, SeedTerms terms) {
        super(table, terms);
        this.parts = List.copyOf(parts);
    }

    RowSeed(QualifiedName table, SeedTerms terms, List<Map<String, ?>> rows) {
        this(table, rows.isEmpty() ? List.of() : List.of(known(table, rows)), terms);
    }

    private static Part known(QualifiedName table, List<Map<String, ?>> rows) {
        return new Part(Batches.of(table.toString(), rows.size(), i -> rows.get((int) i)), rows);
    }

    /** With a row more. */
    public RowSeed seed(Map<String, ? extends @Nullable Object> row) {
        return seed(List.of(row));
    }

    /** With these rows more, in this order; with nothing more for none. */
    public RowSeed seed(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        List<Map<String, ?>> copies = new ArrayList<>();
        for (Map<String, ? extends @Nullable Object> row : rows) {
            copies.add(Collections.unmodifiableMap(new LinkedHashMap<>(row)));
        }
        return copies.isEmpty() ? this : with(known(table(), copies));
    }

    /**
     * With so many rows more, made of their numbers from 0, each time they are needed: in little memory, however many. A
     * function that makes the same row of a number each time lets the rows be found again.
     *
     * @throws InvalidUsageException for a negative number
     */
    public RowSeed seedFactory(long count, LongFunction<? extends Map<String, ? extends @Nullable Object>> row) {
        return with(new Part(Batches.of(table().toString(), count, row), List.of()));
    }

    /** These rows too, and of all rows of this seed those whose keys are taken are left out. */
    public RowSeed bulkSeed(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        return new RowSeed(table(), seed(rows).parts, terms().ignoring());
    }

    /** Only in these environments, and in those said before; in all where none is said. */
    public RowSeed when(String... environments) {
        return with(terms().when(environments));
    }

    /**
     * Changes the rows that are there already.
     *
     * @param conflictKey the columns by which a row is the same, which must be a unique key; none for the primary key
     */
    public RowSeed upsert(String... conflictKey) {
        return with(terms().upsert(List.of(conflictKey), null));
    }

    /**
     * Changes some columns of the rows that are there already.
     *
     * @param conflictKey the columns by which a row is the same, which must be a unique key; none for the primary key
     * @param updateFields the columns to change; for none, a row that is there is left as it is
     */
    public RowSeed upsert(List<String> conflictKey, List<String> updateFields) {
        return with(terms().upsert(conflictKey, updateFields));
    }

    private RowSeed with(SeedTerms terms) {
        return new RowSeed(table(), parts, terms);
    }

    private RowSeed with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new RowSeed(table(), more, terms());
    }

    @Override
    long count() {
        return joined().count();
    }

    @Override
    void check(KnownTable known, List<String> required) {
        for (Part part : parts) {
            for (Map<String, ?> row : part.known) {
                known.require(row.keySet());
                if (!row.keySet().containsAll(required)) {
                    throw new InvalidUsageException("a row for " + table() + " has no value of its key " + required
                            + ", only of " + row.keySet());
                }
            }
        }
    }

    @Override
    Flux<Mono<Long>> writes(KnownTable known, SeedStrategy strategy, List<String> key, int size) {
        return joined().forward(size)
                .map(rows -> new RowBatch(rows).written(known, alike -> write(alike, strategy, key)));
    }

    private Mono<Long> write(List<Map<String, ?>> alike, SeedStrategy strategy, List<String> key) {
        Query query = Query.table(table().toString());
        return switch (strategy) {
            case INSERT -> query.bulkInsert(alike);
            case IGNORE -> query.insertOrIgnore(alike);
            case UPSERT -> query.upsert(alike, key, terms().updated(alike.get(0).keySet(), key));
        };
    }

    @Override
    Flux<List<Map<String, ?>>> backward(int size) {
        return joined().backward(size);
    }

    @Override
    Flux<List<Map<String, ?>>> stored(Database database, int size) {
        return joined().forward(size);
    }

    private Batches<Map<String, ?>> joined() {
        return Batches.joined(
                table().toString(), parts.stream().map(Part::batches).toList());
    }
}
