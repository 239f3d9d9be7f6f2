package dev.ilana.examples.benchmark.micronaut;

import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.GenericRepository;
import reactor.core.publisher.Flux;

/** The events. */
@R2dbcRepository(dialect = Dialect.POSTGRES)
interface Events extends GenericRepository<Event, Long> {

    Flux<Event> list();
}
