package dev.ilana.examples.benchmark.micronaut;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The users of the table that is written to. */
@R2dbcRepository(dialect = Dialect.POSTGRES)
interface NewUsers extends GenericRepository<NewUser, Long> {

    Mono<NewUser> findById(long id);

    Mono<NewUser> save(NewUser user);

    Flux<NewUser> saveAll(List<NewUser> users);

    Mono<NewUser> update(NewUser user);

    Mono<Long> update(@Id long id, int age);

    Mono<Long> countById(long id);
}
