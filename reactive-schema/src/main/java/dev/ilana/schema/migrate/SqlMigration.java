package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.sql.MalformedSqlException;
import dev.ilana.schema.migrate.sql.SqlScript;
import dev.ilana.schema.migrate.sql.SqlStatement;
import dev.ilana.sql.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A migration that is written in SQL: one text with the sections {@code -- up} and {@code -- down}, or two texts. It is
 * cut into statements by the rules of the database it runs on, and each is sent by itself.
 *
 * <p>A first line {@code -- no transaction} is {@link #withinTransaction()} false.
 */
public final class SqlMigration implements Migration {

    private static final String NO_TRANSACTION = "-- no transaction";

    private final MigrationName name;
    private final String text;
    private final @Nullable String down;

    private SqlMigration(String name, String text, @Nullable String down) {
        this.name = new MigrationName(name);
        this.text = text;
        this.down = down;
    }

    /**
     * A migration of one text with both sections. Without {@code -- up} all of it is up, and it can't be rolled back.
     *
     * @throws InvalidMigrationNameException when the name does not say when it comes
     */
    public static SqlMigration of(String name, String text) {
        return new SqlMigration(name, text, null);
    }

    /**
     * A migration of two texts without sections.
     *
     * @throws InvalidMigrationNameException when the name does not say when it comes
     */
    public static SqlMigration of(String name, String up, String down) {
        return new SqlMigration(name, up, down);
    }

    @Override
    public String name() {
        return name.value();
    }

    @Override
    public boolean withinTransaction() {
        return text.lines()
                .map(String::strip)
                .dropWhile(String::isEmpty)
                .takeWhile(line -> line.startsWith("--"))
                .noneMatch(line -> line.equalsIgnoreCase(NO_TRANSACTION));
    }

    @Override
    public Publisher<?> up(Schema schema) {
        return running(this::upStatements);
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return running(this::downStatements);
    }

    /** The statements that make the change. */
    List<SqlStatement> upStatements(Dialect dialect) {
        return parsed(text, dialect).up();
    }

    private List<SqlStatement> downStatements(Dialect dialect) {
        List<SqlStatement> statements = down == null
                ? parsed(text, dialect).down()
                : parsed(down, dialect).up();
        if (statements == null) {
            throw new IrreversibleMigrationException(name);
        }
        return statements;
    }

    /**
     * Nothing, when its texts can be cut into statements.
     *
     * @throws InvalidMigrationException when they can't, with the place
     */
    void check(Dialect dialect) {
        SqlScript first = parsed(text, dialect);
        if (down != null) {
            SqlScript second = parsed(down, dialect);
            if (first.down() != null || second.down() != null) {
                throw new InvalidMigrationException(
                        name, new InvalidUsageException("a section \"-- down\" and a text of its own for down"));
            }
        }
    }

    private SqlScript parsed(String sql, Dialect dialect) {
        try {
            return SqlScript.parse(sql, dialect);
        } catch (MalformedSqlException e) {
            throw new InvalidMigrationException(name, e);
        }
    }

    private interface Side {
        List<SqlStatement> of(Dialect dialect);
    }

    private static Mono<Void> running(Side side) {
        return Mono.deferContextual(context -> {
            Database database = Database.current(context);
            return Flux.fromIterable(side.of(database.dialect()))
                    .concatMap(statement -> database.executor().update(Sql.of(statement.text())))
                    .then();
        });
    }
}
