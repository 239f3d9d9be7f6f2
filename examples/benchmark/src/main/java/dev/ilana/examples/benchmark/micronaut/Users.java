package dev.ilana.examples.benchmark.micronaut;

import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.GenericRepository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The users. */
@R2dbcRepository(dialect = Dialect.POSTGRES)
interface Users extends GenericRepository<User, Long> {

    Mono<User> findById(long id);

    Flux<User> list(Pageable page);
}
