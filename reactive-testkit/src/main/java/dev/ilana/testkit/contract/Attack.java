package dev.ilana.testkit.contract;

import dev.ilana.model.ModelQuery;
import dev.ilana.query.Query;
import dev.ilana.query.QueryBuilder;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/** One place of the query API that takes a text, and how a hostile one is put there. */
sealed interface Attack {

    /** The place: {@code Class.method(Types)#position}, where a map's keys and values are two places. */
    String place();

    Kind kind();

    /** What is sent when this text is in the place; may throw. */
    Publisher<?> with(String hostile);

    /** What a text becomes there. */
    enum Kind {
        /** Part of the statement: checked, and in quotes. */
        NAME,
        /** A key in JSON, behind the column {@code doc}: bound, or as a name in quotes. */
        PATH,
        /** The name of a language: plain letters in the quotes of a text. */
        LANGUAGE,
        /** One of a closed set, or an error. */
        WORD,
        /** Bound. */
        VALUE,
        /** Looked up, and known or an error: never part of a statement. */
        LOOKUP
    }

    /** A terminal, or a word that takes more than a query to try. */
    record Call(String place, Kind kind, Function<String, Publisher<?>> call) implements Attack {

        @Override
        public Publisher<?> with(String hostile) {
            return call.apply(hostile);
        }
    }

    /** A word of the builder: said as often as there are texts, on one query. */
    record Word(
            String place,
            Kind kind,
            Supplier<QueryBuilder<?>> start,
            BiFunction<QueryBuilder<?>, String, QueryBuilder<?>> word)
            implements Attack {

        @Override
        public Publisher<?> with(String hostile) {
            return with(List.of(hostile));
        }

        /** The rows of the one query that has all of these texts. */
        Publisher<?> with(List<String> hostile) {
            QueryBuilder<?> query = query(hostile);
            return query instanceof Query rows ? rows.get() : ((ModelQuery<?>) query).get();
        }

        QueryBuilder<?> query(List<String> hostile) {
            QueryBuilder<?> query = start.get();
            for (String text : hostile) {
                query = word.apply(query, text);
            }
            return query;
        }
    }
}
