package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialect;
import dev.ilana.schema.build.Rehearsal;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.session.PretendedConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks migrations for their statements without sending one. What they ask of the schema is answered as it would be after
 * the migrations before them; any other query as by an empty table.
 *
 * @param rehearsal what the schema is when the first of them is asked
 */
record Pretence(Dialect dialect, Rehearsal rehearsal) {

    /** The statements that the migration would send; fails as it does where it can't go on without an answer. */
    Mono<List<String>> statements(Migration migration, Direction direction) {
        return Mono.defer(() -> {
            List<String> statements = new CopyOnWriteArrayList<>();
            return asked(migration, direction, statements)
                    .contextWrite(rehearsal.use())
                    .thenReturn(statements);
        });
    }

    /**
     * The checksum of the statements that it would send; empty when the migration wants none. One that can't go on
     * without an answer is summed up to there, the same each time.
     */
    static Mono<String> checksum(Migration migration, Dialect dialect) {
        return Mono.defer(() -> {
            if (!migration.checksummed()) {
                return Mono.empty();
            }
            List<String> statements = new CopyOnWriteArrayList<>();
            // What it gives must not depend on what any database has.
            Pretence anywhere = new Pretence(dialect, Rehearsal.onAnything(dialect));
            return anywhere.asked(migration, Direction.UP, statements)
                    .contextWrite(anywhere.rehearsal().use())
                    .onErrorComplete()
                    .then(Mono.fromSupplier(() -> sha256(String.join("\n;\n", statements))));
        });
    }

    private Mono<Void> asked(Migration migration, Direction direction, List<String> statements) {
        return Mono.defer(() -> {
            Database nowhere =
                    Database.of(new PretendedConnectionFactory(dialect.driver().name(), statements::add), dialect);
            return Flux.from(direction.of(migration, Schema.on(nowhere))).then().contextWrite(nowhere.use());
        });
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
