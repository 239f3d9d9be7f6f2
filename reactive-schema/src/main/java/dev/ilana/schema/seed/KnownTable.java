package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.introspect.Catalog;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A table that is there, and the columns that it has. */
record KnownTable(QualifiedName name, Set<String> columns) {

    /** The table; an {@link dev.ilana.schema.introspect.UnknownTableException} when there is none of that name. */
    static Mono<KnownTable> of(Database database, QualifiedName name) {
        Catalog catalog = Catalog.of(database);
        return catalog.columns(name)
                .map(column -> column.definition().name())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .filter(columns -> !columns.isEmpty())
                .map(columns -> new KnownTable(name, columns))
                .switchIfEmpty(catalog.unknown(name));
    }

    /** The tables with all they have; an {@link dev.ilana.schema.introspect.UnknownTableException} when one is not there. */
    static Mono<List<TableDefinition>> definitions(Database database, Collection<QualifiedName> names) {
        Catalog catalog = Catalog.of(database);
        return Flux.fromIterable(new LinkedHashSet<>(names))
                .concatMap(name -> catalog.table(name).switchIfEmpty(catalog.unknown(name)), 1)
                .collectList();
    }

    /**
     * Nothing, when each is one of its columns.
     *
     * @throws UnknownColumnException when one is not, naming the nearest
     */
    void require(Collection<String> names) {
        for (String column : names) {
            if (!columns.contains(column)) {
                throw new UnknownColumnException(name.toString(), column, columns);
            }
        }
    }
}
