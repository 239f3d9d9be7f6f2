package dev.ilana.schema.migrate.lock;

import static java.util.Objects.requireNonNull;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a database spells a lock of its session.
 *
 * @param whole one row, true or 1 when the connection's session is its own for as long as it lives; null where it always is
 * @param acquire one row, true or 1 when the lock is held now
 * @param held one row, true or 1 when this session holds it
 * @param holder one row that tells who holds it, none when nobody does
 * @param holderId one row whose {@code id} is the session that holds it
 */
record SessionLockSql(
        @Nullable String whole,
        String acquire,
        String held,
        String release,
        String holder,
        String holderId,
        Function<Long, String> endSession,
        Function<String, List<String>> introduction) {

    /**
     * What the driver says as it connects, this session has begun with. A proxy that pools sessions begins them itself: what its
     * clients say it ignores, or sets later (PostgreSQL documentation, {@code pg_settings.source}).
     */
    private static final String BEGAN_WITH_THIS_CONNECTION =
            "select count(*) from pg_settings where name = 'extra_float_digits' and source = 'client'";

    private static final Map<Dialect, Function<String, SessionLockSql>> ALL = Map.of(
            Dialects.POSTGRESQL, SessionLockSql::postgreSql,
            Dialects.MYSQL, SessionLockSql::mySql,
            Dialects.MARIADB, SessionLockSql::mySql);

    /** The statements for the lock of that table, on a database that has such locks. */
    static SessionLockSql of(Dialect dialect, String table) {
        return requireNonNull(ALL.get(dialect)).apply(table);
    }

    String end(long session) {
        return endSession.apply(session);
    }

    List<String> introduce(String process) {
        return introduction.apply(process);
    }

    /** The lock is of the database by itself; its key is a number, which other programs are not likely to have. */
    private static SessionLockSql postgreSql(String table) {
        long key = ByteBuffer.wrap(sha256("ilana:" + table)).getLong();
        String ours = " from pg_locks l %s where l.locktype = 'advisory' and l.granted and l.objsubid = 1"
                + " and l.database = (select oid from pg_database where datname = current_database())"
                + " and l.classid::bigint = " + (key >>> 32) + " and l.objid::bigint = " + (key & 0xffffffffL);
        return new SessionLockSql(
                BEGAN_WITH_THIS_CONNECTION,
                "select pg_try_advisory_lock(" + key + ")",
                "select count(*)" + ours.formatted("") + " and l.pid = pg_backend_pid()",
                "select pg_advisory_unlock(" + key + ")",
                "select a.application_name as \"process\", l.pid as \"server process\", a.usename::text as \"account\","
                        + " host(a.client_addr) as \"from\", a.backend_start::text as \"since\""
                        + ours.formatted("left join pg_stat_activity a on a.pid = l.pid"),
                "select l.pid::bigint as id" + ours.formatted(""),
                id -> "select pg_terminate_backend(" + id + ")",
                process -> List.of("select set_config('application_name', '" + process + "', false)"));
    }

    /** The lock is of the whole server, so its name has the database's in it; it may have 64 letters. */
    private static SessionLockSql mySql(String table) {
        String name = "concat('ilana:', sha1(concat(database(), ':" + table + "')))";
        String holder = " from information_schema.processlist p where p.id = is_used_lock(" + name + ")";
        return new SessionLockSql(
                // ProxySQL leaves a session that has called get_lock to its client.
                null,
                "select get_lock(" + name + ", 0)",
                "select is_used_lock(" + name + ") = connection_id()",
                "select release_lock(" + name + ")",
                "select p.id as `session`, p.user as `account`, p.host as `from`" + holder,
                "select is_used_lock(" + name + ") as id",
                id -> "kill " + id,
                process -> List.of());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
