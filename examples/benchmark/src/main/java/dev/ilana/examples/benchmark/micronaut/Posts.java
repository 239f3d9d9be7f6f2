package dev.ilana.examples.benchmark.micronaut;

import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import reactor.core.publisher.Flux;

/** The posts. */
@R2dbcRepository(dialect = Dialect.POSTGRES)
interface Posts extends GenericRepository<Post, Long> {

    Flux<Post> findByUserIdIn(List<Long> userIds);
}
