package dev.ilana.query;

import dev.ilana.connection.Database;
import dev.ilana.connection.ManualTransaction;
import dev.ilana.connection.QueryWatch;
import dev.ilana.connection.RowReader;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.NotOneRowException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Aggregate.Function;
import dev.ilana.sql.AllColumns;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Constant;
import dev.ilana.sql.Conversion;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Source;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Statement;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.Truncate;
import dev.ilana.sql.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * What every query has: the words that shape it, and what can be asked of any. A query is immutable: each call gives a new
 * one, and nothing is sent before a terminal is subscribed.
 *
 * @param <Q> the query itself
 */
public abstract class QueryBuilder<Q extends QueryBuilder<Q>> extends Shape<Q> implements Subquery {

    private static final Selection FOUND = new Selection(new Constant(1), "found");

    private final Select select;
    private final Settings settings;

    protected QueryBuilder(Select select, Settings settings) {
        this.select = select;
        this.settings = settings;
    }

    /** This query with another statement, to be run so. */
    protected abstract Q with(Select newSelect, Settings newSettings);

    /** The statement that is sent: with all that holds for the query without being said. */
    protected abstract Select statement();

    @Override
    public Select asSelect() {
        return statement();
    }

    @Override
    protected final Select select() {
        return select;
    }

    @Override
    protected final Q withSelect(Select newSelect) {
        return with(newSelect, settings);
    }

    protected final Settings settings() {
        return settings;
    }

    /** The database this query was told to run on; null when the Context decides. */
    protected final @Nullable Database explicitDatabase() {
        return settings.database();
    }

    /** The database this query runs on in the chain that it is in. */
    public final Mono<Database> database() {
        Database explicit = settings.database();
        return explicit != null ? Mono.just(explicit) : Mono.deferContextual(context -> Mono.just(databaseIn(context)));
    }

    /** The work with the database that this query runs on in the chain that it is in. */
    protected final <T> Mono<T> onDatabase(BiFunction<Database, ContextView, Mono<T>> work) {
        return Mono.deferContextual(context -> {
            Database explicit = settings.database();
            return work.apply(explicit == null ? databaseIn(context) : explicit, context);
        });
    }

    /** The database of a query that was told none. */
    protected Database databaseIn(ContextView context) {
        return Database.current(context);
    }

    // How it is run

    /** Runs on this database, whatever the Context says. */
    public final Q on(Database newDatabase) {
        return with(select, settings.withDatabase(newDatabase));
    }

    /** Runs in this transaction, whatever the Context says. */
    public final Q on(ManualTransaction transaction) {
        return on(transaction.database());
    }

    /**
     * Takes the result from the database's cache, where one of the same statement is there that is not older; else puts it
     * there. A write to one of its tables, by this {@code Database}, forgets it. It is not used inside a transaction that
     * has written.
     */
    public final Q remember(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new InvalidUsageException("a result can't be remembered for " + duration);
        }
        return with(select, settings.withRemembered(duration));
    }

    /** Says that every row is meant, for an update or a delete without a condition. */
    public final Q everything() {
        return with(select, settings.withEverything());
    }

    /** All rows of the statement; none, and nothing sent, where no row can fit. */
    protected final <T> Mono<List<T>> list(
            Select statement, java.util.function.Function<Database, RowReader<T>> reader) {
        return hasNoRow(statement) ? Mono.just(List.of()) : onDatabase((db, context) -> send(statement, reader, db));
    }

    protected final <T> Mono<List<T>> list(
            Select statement, java.util.function.Function<Database, RowReader<T>> reader, Database db) {
        return hasNoRow(statement) ? Mono.just(List.of()) : send(statement, reader, db);
    }

    /** Whether that is known without asking. An aggregate has a row also where none fits. */
    private static boolean hasNoRow(Select statement) {
        return isNever(statement)
                && (!statement.groups().isEmpty()
                        || statement.columns().stream().allMatch(column -> isOfRow(column.expression())));
    }

    private static boolean isOfRow(Expression selected) {
        return selected instanceof ColumnRef
                || selected instanceof AllColumns
                || selected instanceof Value
                || selected instanceof Constant
                || selected instanceof SubSelect;
    }

    private static boolean isNever(Select statement) {
        Criterion where = statement.where();
        return where != null && where.isNever() && statement.unions().isEmpty();
    }

    private <T> Mono<List<T>> send(
            Select statement, java.util.function.Function<Database, RowReader<T>> reader, Database db) {
        Sql sql = db.dialect().grammar().compile(statement);
        Mono<List<T>> read = settings.remembered() == null || statement.lock() != null
                ? db.executor().list(sql, reader.apply(db))
                : db.executor().remembered(sql, reader.apply(db), settings.remembered());
        Mono<List<T>> sent = statement.lock() == null
                ? read
                : db.inTransaction("a lock on rows").then(read);
        QueryWatch.Cause cause = settings.cause();
        return cause == null ? sent : sent.contextWrite(context -> QueryWatch.because(context, cause));
    }

    /** The number of rows that the statement writes. */
    protected final Mono<Long> write(Statement statement) {
        return onDatabase(
                (db, context) -> db.executor().update(db.dialect().grammar().compile(statement)));
    }

    /**
     * Nothing, where a write can honour all that was said of this query and has a condition, or every row is meant.
     *
     * @throws InvalidUsageException when it can't
     * @throws UnconditionalWriteException when it has no condition
     */
    protected final void requireWritable(String verb, boolean conditional) {
        if (!(select.source() instanceof Source.Named named) || named.alias() != null || !select.saysWhichRowsOnly()) {
            throw new InvalidUsageException(verb + " on " + select.source().name()
                    + " goes to the rows of one table by conditions, joins, an order and a limit: the rest of what was"
                    + " said can't be kept to; ask for the keys first");
        }
        if (!select.joins().isEmpty()
                && (select.limit() != null || !select.orders().isEmpty())) {
            throw new InvalidUsageException(verb + " on " + select.source().name()
                    + " can have a join or a limit, not both: MySQL can't; ask for the keys first");
        }
        if (!conditional && select.limit() == null && select.joins().isEmpty() && !settings.everything()) {
            throw new UnconditionalWriteException(verb, select.source().name());
        }
    }

    /** Empties the table; refused where a transaction could not take it back. */
    protected final Mono<Void> truncated(Truncate truncate) {
        return onDatabase((db, context) -> {
            if (db.isInTransaction(context) && !db.dialect().supports(Capability.TRANSACTIONAL_DDL)) {
                return Mono.error(new InvalidUsageException("truncate commits the transaction on "
                        + db.dialect().name() + "; run it outside of one, or delete() everything()"));
            }
            return db.executor()
                    .update(db.dialect().grammar().compile(truncate))
                    .then();
        });
    }

    // What it is

    /** The statement as it would be sent, with its values. */
    public final Mono<Sql> toSql() {
        return database().flatMap(db -> db.executor().completed(toSql(db.dialect())));
    }

    /** The statement as that database would be sent it, with its values; what the Context decides is not known here. */
    public final Sql toSql(Dialect dialect) {
        return dialect.grammar().compile(statement());
    }

    /** The statements that the work on this query would send, none of which is: {@code query.dryRun(q -> q.delete())}. */
    public final Mono<List<Sql>> dryRun(
            java.util.function.Function<? super Q, ? extends org.reactivestreams.Publisher<?>> work) {
        return Database.dryRun(() -> work.apply(self()));
    }

    /** How the database would find the rows, line by line, in its own words. The query itself is not run. */
    public final Mono<List<String>> explain() {
        return database().flatMap(db -> {
            Sql sql = db.dialect().grammar().explain(statement());
            return db.executor()
                    .list(sql, Row.reader(db.dialect()))
                    .map(rows ->
                            rows.stream().map(Row::line).flatMap(String::lines).toList());
        });
    }

    // One of many

    /** The only one of the results; an error when there is none, or more than one. */
    protected static <T> Mono<T> soleOf(Mono<List<T>> atMostTwo, String table) {
        return atMostTwo.flatMap(rows -> switch (rows.size()) {
            case 0 -> Mono.error(new ModelNotFoundException(table, "the query"));
            case 1 -> Mono.just(rows.get(0));
            default -> Mono.error(new NotOneRowException(table));
        });
    }

    protected static <T> Mono<T> firstOf(Mono<List<T>> rows) {
        return rows.flatMap(found -> found.isEmpty() ? Mono.empty() : Mono.just(found.get(0)));
    }

    // Aggregates: over all rows that fit, whatever the order, limit and offset

    /** How many rows fit; 0 when none. Of a query with groups, without doubles, or of several, how many rows it has. */
    public final Mono<Long> count() {
        return count(statement());
    }

    /** How many rows the statement has, whatever its order and limit. */
    protected final Mono<Long> count(Select statement) {
        return aggregate(statement, new Aggregate(Function.COUNT, null), converted(Long.class))
                .defaultIfEmpty(0L);
    }

    /** How many rows fit where the column is not null. */
    public final Mono<Long> count(String column) {
        return aggregate(new Aggregate(Function.COUNT, column(column)), Long.class)
                .defaultIfEmpty(0L);
    }

    /** How many different values the column has; null is none. */
    public final Mono<Long> countDistinct(String column) {
        return aggregate(Aggregate.countDistinct(column(column)), Long.class).defaultIfEmpty(0L);
    }

    /** The sum of the column over the rows that fit; 0 when none does. It is of the type that holds every sum. */
    public final Mono<BigDecimal> sum(String column) {
        return aggregate(new Aggregate(Function.SUM, column(column)), BigDecimal.class)
                .defaultIfEmpty(BigDecimal.ZERO);
    }

    /**
     * The sum as that class: {@code sum("views", Long.class)}; 0 when no row fits. A {@code Double} is the nearest there is.
     *
     * @throws dev.ilana.error.TypeMismatchException as an error, when another can't hold the sum without loss
     */
    public final <N extends Number> Mono<N> sum(String column, Class<N> type) {
        return sum(column).map(sum -> Conversion.computed(type, sum, "a sum"));
    }

    /** The average of the column, with the scale the database gives; empty when no row fits. */
    public final Mono<BigDecimal> avg(String column) {
        return aggregate(new Aggregate(Function.AVG, column(column)), BigDecimal.class);
    }

    /** The least value of the column; empty when no row fits. */
    public final Mono<Object> min(String column) {
        return aggregate(new Aggregate(Function.MIN, column(column)), Object.class);
    }

    /** The greatest value of the column; empty when no row fits. */
    public final Mono<Object> max(String column) {
        return aggregate(new Aggregate(Function.MAX, column(column)), Object.class);
    }

    /** Whether a row fits. */
    public final Mono<Boolean> exists() {
        Select one = result(statement().withoutOrders(), true)
                .withColumns(List.of(FOUND))
                .withLimit(1L);
        return list(one, db -> (row, metadata) -> true).map(rows -> !rows.isEmpty());
    }

    /** Whether no row fits. */
    public final Mono<Boolean> doesntExist() {
        return exists().map(found -> !found);
    }

    /**
     * One aggregate of the rows that fit, as that class; empty when the database says null, as for a sum of no rows. The
     * databases differ in the types of their aggregates, so the value is converted.
     */
    protected final <T> Mono<T> aggregate(Aggregate aggregate, Class<T> type) {
        return aggregate(statement(), aggregate, converted(type));
    }

    private static <T> java.util.function.Function<Database, RowReader<Optional<T>>> converted(Class<T> type) {
        return db -> (row, metadata) -> {
            Object value = db.dialect().readAny(row, 0, metadata.getColumnMetadata(0));
            return Optional.ofNullable(value).map(found -> Conversion.to(type, found, "an aggregate"));
        };
    }

    /** One aggregate of the statement's rows, as the reader reads it; empty when it reads nothing, or no row can fit. */
    protected final <T> Mono<T> aggregate(
            Select statement,
            Aggregate aggregate,
            java.util.function.Function<Database, RowReader<Optional<T>>> reader) {
        Select rows = statement.withoutOrders().withLimit(null).withOffset(null);
        Select source = result(rows, aggregate.argument() == null);
        Expression argument = aggregate.argument() == null || source.equals(rows)
                ? aggregate.argument()
                : rows.inResult(aggregate.argument());
        Select one = source.withColumns(List.of(new Selection(
                new Aggregate(aggregate.function(), argument, aggregate.distinct(), aggregate.type()), "aggregate")));
        if (isNever(one)) {
            return Mono.empty();
        }
        return list(one, reader).flatMap(found -> Mono.justOrEmpty(found.isEmpty() ? Optional.empty() : found.get(0)));
    }

    /**
     * A statement whose rows are those of the result of this one: itself, unless its shape makes them more than those that
     * fit.
     *
     * @param anyColumns whether it is all the same what columns there are
     */
    private Select result(Select statement, boolean anyColumns) {
        boolean grouped = !statement.groups().isEmpty() || statement.having() != null;
        if (statement.distinct() == null && !grouped && statement.unions().isEmpty()) {
            return statement;
        }
        // All columns of a table are no columns of a group.
        boolean unsaid = select.columns().isEmpty()
                && grouped
                && statement.distinct() == null
                && statement.unions().isEmpty();
        return (anyColumns && unsaid ? statement.withColumns(List.of(FOUND)) : statement).enclosed();
    }

    /** Those of the statement's rows that fit too: of all of a union, and not of its first part. */
    protected static Select only(Select statement, Criterion criterion) {
        Select rows = statement.unions().isEmpty() ? statement : statement.enclosed();
        return rows.withWhere(rows.where() == null ? criterion : new Criterion.And(List.of(rows.where(), criterion)));
    }

    /** The statement with other columns: of all of a union, and not of its first part. */
    protected static Select choosing(Select statement, List<Selection> columns) {
        return (statement.unions().isEmpty() ? statement : statement.enclosed()).withColumns(columns);
    }
}
