package dev.ilana.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.connection.Database;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.query.Subquery;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Sql;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Statement;
import dev.ilana.sql.Value;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A statement and how each database must spell it. Texts are written with {@code [name]} for a quoted name ({@code []}
 * is itself, and braces are brackets) and {@code ?} for a marker, and compared whole; values are compared with their types.
 */
final class Spelling {

    static final List<Dialect> ALL = List.of(Dialects.H2, Dialects.POSTGRESQL, Dialects.MARIADB, Dialects.MYSQL);
    static final List<Dialect> MYSQL_FAMILY = List.of(Dialects.MARIADB, Dialects.MYSQL);
    static final List<Dialect> ARRAY_BINDERS = List.of(Dialects.H2, Dialects.POSTGRESQL);

    /** Opens no connection: what is asked of it is written down instead. */
    private static final ConnectionFactory NOWHERE = new ConnectionFactory() {
        @Override
        public Publisher<? extends Connection> create() {
            return Mono.error(new AssertionError("a statement was sent"));
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return () -> "nowhere";
        }
    };

    private final Function<Dialect, Sql> compiled;

    private Spelling(Function<Dialect, Sql> compiled) {
        this.compiled = compiled;
    }

    static Spelling of(Statement statement) {
        return new Spelling(dialect -> dialect.grammar().compile(statement));
    }

    /**
     * What the work would send; of several statements the texts with a semicolon between, and all values. It is told of no
     * rows, whatever it asks for.
     */
    static Spelling sentBy(Supplier<? extends Publisher<?>> work) {
        return new Spelling(dialect -> {
            List<Sql> sent = Objects.requireNonNull(Database.dryRun(() -> Flux.from(work.get())
                            .cast(Object.class)
                            .onErrorResume(ModelNotFoundException.class, none -> Flux.empty()))
                    .contextWrite(nowhere(dialect).use())
                    .block());
            return new Sql(
                    sent.stream().map(Sql::text).collect(Collectors.joining("; ")),
                    sent.stream().flatMap(sql -> sql.bindings().stream()).toList(),
                    sent.stream().flatMap(sql -> sql.returning().stream()).toList(),
                    null,
                    sent.stream().anyMatch(Sql::writes));
        });
    }

    static Spelling of(Subquery query) {
        return of(query.asSelect());
    }

    /** A database of that dialect to which nothing can be sent. */
    static Database nowhere(Dialect dialect) {
        return Database.of(NOWHERE, dialect);
    }

    /** A query of one condition: {@code select * from "users" where …}. */
    static Spelling of(Criterion criterion) {
        return of(Select.from("users").withWhere(criterion));
    }

    /** All four say this. A value stands for itself as {@link Value#of} types it. */
    @CanIgnoreReturnValue
    Spelling everywhere(String text, @Nullable Object... values) {
        return on(ALL, text, values);
    }

    @CanIgnoreReturnValue
    Spelling on(List<Dialect> dialects, String text, @Nullable Object... values) {
        dialects.forEach(dialect -> on(dialect, text, values));
        return this;
    }

    @CanIgnoreReturnValue
    Spelling on(Dialect dialect, String text, @Nullable Object... values) {
        Sql sql = compiled.apply(dialect);
        assertThat(sql.text()).as(dialect.name()).isEqualTo(inTheWordsOf(dialect, text));
        assertThat(comparable(sql.bindings())).as(dialect.name() + "'s values").isEqualTo(expected(values));
        return this;
    }

    /** These can't say it, and tell what to do instead. */
    @CanIgnoreReturnValue
    Spelling nowhereOf(List<Dialect> dialects, Capability capability) {
        dialects.forEach(dialect -> assertThatThrownBy(() -> compiled.apply(dialect))
                .as(dialect.name())
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(capability.words()));
        dialects.forEach(dialect -> assertThat(dialect.supports(capability)).isFalse());
        return this;
    }

    /** What the driver is asked for besides the text. */
    @CanIgnoreReturnValue
    Spelling asksTheDriverFor(List<Dialect> dialects, String... columns) {
        dialects.forEach(dialect -> assertThat(compiled.apply(dialect).returning())
                .as(dialect.name())
                .containsExactly(columns));
        return this;
    }

    private static String inTheWordsOf(Dialect dialect, String text) {
        String quote = MYSQL_FAMILY.contains(dialect) ? "`" : "\"";
        StringBuilder result = new StringBuilder();
        int markers = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith("[]", i)) {
                result.append("[]");
                i++;
            } else if (c == '[' || c == ']') {
                result.append(quote);
            } else if (c == '{' || c == '}') {
                result.append(c == '{' ? '[' : ']');
            } else if (c == ';') {
                markers = 0;
                result.append(c);
            } else if (c == '?' && dialect == Dialects.POSTGRESQL) {
                markers++;
                result.append('$').append(markers);
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    private static List<List<Object>> expected(@Nullable Object... values) {
        return comparable(Arrays.stream(values)
                .map(value -> value instanceof Value typed ? typed : Value.of(value))
                .toList());
    }

    /** Arrays as lists, so that they compare by what is in them; a null as its name. */
    private static List<List<Object>> comparable(List<Value> values) {
        return values.stream()
                .map(value -> List.of(
                        value.type(),
                        value.value() instanceof Object[] array
                                ? Arrays.asList(array)
                                : Objects.requireNonNullElse(value.value(), "null")))
                .toList();
    }

    // Words to write statements with

    static ColumnRef column(String name) {
        return ColumnRef.parse(name);
    }

    static Selection selected(String name) {
        return Selection.of(column(name));
    }

    static Criterion equal(String name, Object value) {
        return new Comparison(column(name), Operator.EQ, Value.of(value));
    }

    static List<Value> values(@Nullable Object... values) {
        return Arrays.stream(values).map(Value::of).toList();
    }

    /** Values bound as the text of one array. */
    static Value arrayText(@Nullable Object... values) {
        return new Value(new ArrayText(Arrays.stream(values).map(Value::of).toList()), SqlType.STRING);
    }

    /** Values bound as one array. */
    static Value array(SqlType type, Object... values) {
        return new Value(values, type);
    }
}
