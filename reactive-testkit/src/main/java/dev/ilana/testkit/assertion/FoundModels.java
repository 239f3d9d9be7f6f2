package dev.ilana.testkit.assertion;

import dev.ilana.model.Condition;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a table has of the models that are looked for.
 *
 * @param query what looks for them
 * @param matching how many there are
 * @param all how many rows the table has
 * @param shown the first of them, or of all where there is none
 */
record FoundModels(Sql query, String table, long matching, long all, List<Map<String, @Nullable Object>> shown) {

    private static final int SHOWN = 3;

    static <M extends Model<M>> Mono<FoundModels> of(ModelTable<M> table, Condition<M> condition) {
        ModelQuery<M> whole = all(table);
        ModelQuery<M> query = whole.where(condition);
        return query.toSql()
                .flatMap(sql -> query.count()
                        .zipWith(whole.count())
                        .flatMap(counts -> (counts.getT1() > 0 ? query : whole)
                                .limit(SHOWN)
                                .get()
                                .map(Model::toMap)
                                .collectList()
                                .map(shown -> new FoundModels(
                                        sql, table.tableName().toString(), counts.getT1(), counts.getT2(), shown))));
    }

    /** All of a table, softly deleted or not. */
    static <M extends Model<M>> ModelQuery<M> all(ModelTable<M> table) {
        return table.query().withoutGlobalScopes();
    }

    String noneMatches() {
        return "table " + table + " has no row" + where() + "; it has " + Texts.rows(all)
                + (shown.isEmpty() ? "" : ", the first" + Texts.lines(shown));
    }

    String someMatch() {
        return "table " + table + " should have no row" + where() + ", and has " + Texts.rows(matching)
                + Texts.lines(shown);
    }

    private String where() {
        int at = query.text().indexOf(" where ");
        return at < 0
                ? ""
                : query.text().substring(at) + " "
                        + query.bindings().stream().map(Value::value).toList();
    }
}
