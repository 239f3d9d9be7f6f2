package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.error.IlanaException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.query.Query;
import dev.ilana.schema.build.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** The table that remembers what is done once in a database's life. */
record SeederRecord(Database database, String table) {

    /** As a person says them; one that is much longer is a mistake. */
    static final int MAX_LENGTH = 190;

    /** Somebody has noted it already; two who come at once are told apart by the key. */
    private static final class AlreadyNoted extends IlanaException {
        private AlreadyNoted(Throwable cause) {
            super("done already", cause);
        }
    }

    /**
     * The work with its note, both or neither; true when it was done now, false when it was done before.
     *
     * @param work runs in a transaction
     */
    Mono<Boolean> once(String identifier, Supplier<Mono<Void>> work) {
        Mono<Void> noted = Query.table(table)
                .on(database)
                .insert(Map.of("hash", hash(identifier), "identifier", identifier, "seeded_at", database.now()))
                .onErrorMap(UniqueViolationException.class, AlreadyNoted::new)
                .then();
        return created()
                .then(database.transaction(() -> noted.then(Mono.defer(work))))
                .thenReturn(true)
                .onErrorResume(AlreadyNoted.class, before -> Mono.just(false));
    }

    /** Some databases take two texts for the same that differ in case, accents or blanks at the end. */
    private static String hash(String identifier) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(identifier.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** On a connection of its own, as some databases commit a transaction that makes a table. */
    private Mono<Void> created() {
        return database.onDedicatedConnection(UnaryOperator.identity(), own -> {
                    Schema schema = Schema.on(own);
                    return schema.createIfNotExists(table, t -> {
                                t.string("hash", 64).primary();
                                t.string("identifier", MAX_LENGTH);
                                t.timestamp("seeded_at");
                            })
                            // Another may have made it in between.
                            .onErrorResume(error ->
                                    schema.hasTable(table).flatMap(there -> there ? Mono.empty() : Mono.error(error)));
                })
                .then();
    }
}
