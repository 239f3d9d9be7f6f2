package dev.ilana.schema.migrate.session;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Is told of every statement of a connection, with its text and never its values. */
public interface StatementWatch {

    /** The statement is sent once this completes. */
    Mono<Void> before(String sql);

    /** The statement was answered. Its answer may still turn out to be an error as it is read. */
    void answered(String sql, Duration duration);
}
