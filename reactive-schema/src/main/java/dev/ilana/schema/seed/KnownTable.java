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

    /** The table; an {@link UnknownTableException} when there is none of that name. */
    static Mono<KnownTable> of(Database database, QualifiedName name) {
        return Catalog.of(database)
                .columns(name)
                .map(column -> column.definition().name())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .filter(columns -> !columns.isEmpty())
                .map(columns -> new KnownTable(name, columns))
                .switchIfEmpty(unknown(database, name));
    }

    /** The tables with all they have; an {@link UnknownTableException} when one is not there. */
    static Mono<List<TableDefinition>> definitions(Database database, Collection<QualifiedName> names) {
        return Flux.fromIterable(new LinkedHashSet<>(names))
                .concatMap(name -> Catalog.of(database).table(name).switchIfEmpty(unknown(database, name)), 1)
                .collectList();
    }

    private static <T> Mono<T> unknown(Database database, QualifiedName name) {
        return Catalog.of(database)
                .tables()
                .map(QualifiedName::toString)
                .collectList()
                .flatMap(known -> Mono.error(new UnknownTableException(name.toString(), known)));
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
