package dev.ilana.testkit.assertion;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.query.QueryBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/**
 * How a database would find the rows of a query if its tables were large: what few rows there are in a test is read from end
 * to end.
 *
 * @param lines the plan, in the database's own words
 */
record QueryPlan(Dialect dialect, List<String> lines) {

    private static final String WITHOUT_SCANS = "set local enable_seqscan = off";
    private static final String WITH_SCANS = "set local enable_seqscan = on";

    static Mono<QueryPlan> of(QueryBuilder<?> query) {
        return Mono.deferContextual(context -> {
            Dialect dialect = Database.current(context).dialect();
            Mono<List<String>> plan = dialect == Dialects.POSTGRESQL ? withoutScans(query) : query.explain();
            return plan.map(lines -> new QueryPlan(dialect, lines));
        });
    }

    private static Mono<List<String>> withoutScans(QueryBuilder<?> query) {
        return DB.transaction(() -> DB.statement(WITHOUT_SCANS)
                .then(query.explain())
                .flatMap(lines -> DB.statement(WITH_SCANS).thenReturn(lines)));
    }

    /** Whether a whole table is read. */
    boolean scans() {
        return lines.stream().map(line -> line.toLowerCase(Locale.ROOT)).anyMatch(this::scans);
    }

    /** MySQL and MariaDB read a small table though an index would do, and name it then. */
    private boolean scans(String line) {
        return line.contains("seq scan on")
                || line.contains(".tablescan")
                || (line.contains("type=all") && line.contains("possible_keys=null"));
    }

    /** H2 adds to the name of a constraint, where the index is that of one. */
    boolean uses(String index) {
        Pattern name = Pattern.compile(
                "(?<![\\w$])" + Pattern.quote(index) + "(_INDEX_[0-9A-F]+)?(?![\\w$])", Pattern.CASE_INSENSITIVE);
        return lines.stream().anyMatch(line -> name.matcher(line).find());
    }

    @Override
    public String toString() {
        return Texts.lines(lines);
    }
}
