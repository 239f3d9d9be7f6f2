package dev.ilana.dialect;

import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.sql.Copy;
import dev.ilana.sql.Sql;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** One database as the library knows it: what it can do, how it writes statements, carries values and means errors. */
public abstract class Dialect {

    private final String name;
    private final Driver driver;
    private final Grammar grammar;
    private final Set<Capability> capabilities;
    private final Map<SqlType, Codec> codecs = new EnumMap<>(SqlType.class);

    Dialect(String name, Driver driver, Grammar grammar, Set<Capability> capabilities) {
        this.name = name;
        this.driver = driver;
        this.grammar = grammar;
        this.capabilities = capabilities.isEmpty() ? EnumSet.noneOf(Capability.class) : EnumSet.copyOf(capabilities);
        for (SqlType type : SqlType.values()) {
            codecs.put(type, Codec.same(type.javaType()));
        }
        codecs.put(SqlType.OTHER, Codec.ofColumn(Dialect::plain));
        codecs.put(SqlType.ARRAY, Codec.ofColumn(read -> (Object[]) read));
    }

    final void carry(SqlType type, Codec codec) {
        codecs.put(type, codec);
    }

    /** The database's name as people write it, such as {@code PostgreSQL}. */
    public final String name() {
        return name;
    }

    /** The driver that speaks to it. */
    public final Driver driver() {
        return driver;
    }

    public final Grammar grammar() {
        return grammar;
    }

    public final boolean supports(Capability capability) {
        return capabilities.contains(capability);
    }

    /**
     * Nothing, when the database has the capability.
     *
     * @throws UnsupportedFeatureException naming the database, the capability and what to do instead
     */
    public final void require(Capability capability, String instead) {
        if (!supports(capability)) {
            throw new UnsupportedFeatureException(name, capability.words(), instead);
        }
    }

    /** How this database carries values of the type. */
    public final Codec codec(SqlType type) {
        Codec codec = codecs.get(type);
        if (codec == null) {
            throw new IllegalStateException("no codec for " + type);
        }
        return codec;
    }

    /** Binds every value of the statement. */
    public final void bind(Statement statement, Sql sql) {
        List<Value> values = sql.bindings();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            if (value.value() instanceof Object[] array && !value.type().isOfDatabase()) {
                var unused = statement.bind(i, driverArray(array, codec(value.type())));
            } else if (value.value() instanceof ArrayText array) {
                var unused = statement.bind(i, array.toString());
            } else {
                codec(value.type()).bind(statement, i, value.value());
            }
        }
    }

    /** A driver picks its array codec by the array's class, so it must be an array of the exact class. */
    @SuppressWarnings("unchecked")
    private static Object driverArray(Object[] values, Codec codec) {
        Object[] array = new Object[values.length];
        Arrays.setAll(array, i -> codec.toDriver(values[i]));
        return Arrays.copyOf(
                array, array.length, (Class<Object[]>) codec.driverType().arrayType());
    }

    /** A column of a row without a model, as one of the {@link SqlType} classes; null for a null. */
    public @Nullable Object readAny(Readable row, int index, ColumnMetadata metadata) {
        Object value = row.get(index);
        return value == null ? null : plain(value);
    }

    /** What a driver gave when it was asked for no class, as one of the {@link SqlType} classes where it is such a value. */
    static Object plain(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        } else if (value instanceof ByteBuffer bytes) {
            return bytes(bytes);
        }
        return value;
    }

    /** Whether values of the column come in the order in which {@code <} and {@code >} have them. */
    public boolean comparesAsItSorts(ColumnMetadata column) {
        return true;
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** The first group of the first pattern that is found in the message. */
    static @Nullable String firstGroup(String message, Pattern... patterns) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(message);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    /** How its driver is told which schemas names without one are looked for in; null where it has none inside of a database. */
    public @Nullable DriverOption schema(List<String> names) {
        return null;
    }

    /** How its driver is told to encrypt; null where there is no network. */
    public @Nullable DriverOption ssl(SslMode mode) {
        return null;
    }

    /** How its driver is told the time zone of a session. */
    public abstract DriverOption timezone(ZoneId zone);

    /** How its driver is told how long a statement of a session may take. */
    public DriverOption statementTimeout(Duration timeout) {
        return DriverOption.of(timeout, "statementTimeout");
    }

    /** How its driver is told how long a statement of a session waits for a lock. */
    public DriverOption lockTimeout(Duration timeout) {
        return DriverOption.of(timeout, "lockWaitTimeout");
    }

    /** How its driver is told what the server calls the program of a session; null where it keeps no such name. */
    public @Nullable DriverOption applicationName(String name) {
        return null;
    }

    /** Whether a statement of a user's own may leave its session other than it was, after its transaction too. */
    public boolean changesSession(String sql) {
        return SessionWords.change(sql, SessionWords.NONE);
    }

    /** How its driver is told on which threads to work; null where it has threads of its own. */
    public final @Nullable DriverOption eventLoops() {
        if (driver.embedded()) {
            return null;
        }
        try {
            return EventLoops.OPTION;
        } catch (NoClassDefFoundError e) {
            // Another driver, which is not over Reactor Netty.
            return null;
        }
    }

    /** What an error of this database means. Never by the driver's exception class: those disagree with each other. */
    public abstract ErrorKind classify(@Nullable String sqlState, int code);

    /** An error message of this database without the data that it is known to repeat. */
    public String withoutData(String message) {
        return message;
    }

    /** The name of the constraint in an error message of this database; null where there is none. */
    public abstract @Nullable String constraintIn(String message);

    /** The server's setting that limits a statement, where it hangs up at a longer one; null where it answers with an error. */
    public @Nullable String statementLimit() {
        return null;
    }

    /** The name of the database that a server of this version really is; null when it is this one. */
    public @Nullable String mistakenFor(String serverVersion) {
        return null;
    }

    /**
     * The statement that sets the isolation of the session's transactions from the next one on, where the driver can't begin
     * one transaction with it; null where it can.
     */
    public @Nullable String sessionIsolation(IsolationLevel level) {
        return null;
    }

    /** The driver's connections, with what it is taught here; null where there is no such driver. None is opened. */
    public @Nullable ConnectionFactory connections(ConnectionFactoryOptions options) {
        return ConnectionFactories.find(options);
    }

    /**
     * Sends rows in bulk by the driver's own word for it, told the types of the table's columns, and gives their number; null
     * where it has none. R2DBC has none.
     */
    public @Nullable Function<Map<String, Long>, Publisher<Long>> copyIn(Connection connection, Copy copy) {
        return null;
    }

    /**
     * Asks the server, by the driver's own word for it, to stop what runs on the connection; null where it has none. It
     * completes when what was asked can't hit a statement that is sent later.
     */
    public @Nullable Publisher<Void> cancelRequest(Connection connection) {
        return null;
    }

    /** How one session stops what runs in another; null where none can. */
    public @Nullable Kill kill() {
        return null;
    }

    /** True when the driver blocks the thread that subscribes, so that each connection needs a thread of its own. */
    public boolean blocksSubscriber() {
        return false;
    }

    @Override
    public final String toString() {
        return name;
    }
}
