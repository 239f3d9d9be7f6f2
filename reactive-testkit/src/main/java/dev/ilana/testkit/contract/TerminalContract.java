package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.NotOneRowException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be asked of a query, of none, of one and of many rows. */
public interface TerminalContract extends WritersContract {

    @Test
    @Feature("9.1")
    default void modelsOfNoRow(Runner run) {
        ModelQuery<User> none = USERS.where(NAME.eq("Zoe"));

        assertThat(run.list(none.get())).isEmpty();
        assertThat(run.value(none.first())).isNull();
        assertThat(run.error(none.firstOrFail())).isInstanceOf(ModelNotFoundException.class);
        assertThat(run.error(none.sole())).isInstanceOf(ModelNotFoundException.class);
        assertThat(run.value(USERS.find(-1))).isNull();
        assertThat(run.error(USERS.findOrFail(-1)))
                .isInstanceOf(ModelNotFoundException.class)
                .hasMessageContaining("-1");
        assertThat(run.list(USERS.findMany(List.of(-1, -2)))).isEmpty();
        assertThat(run.list(USERS.findMany(List.of()))).isEmpty();
        assertThat(run.value(none.value(NAME))).isNull();
        assertThat(run.list(none.pluck(NAME))).isEmpty();
        assertThat(run.get(none.count())).isZero();
        assertThat(run.get(none.exists())).isFalse();
        assertThat(run.get(none.doesntExist())).isTrue();
    }

    @Test
    @Feature("9.1")
    default void modelsOfOneRow(Runner run) {
        ModelQuery<User> one = USERS.where(NAME.eq("Ada"));
        User ada = run.get(one.sole());

        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(run.get(one.firstOrFail()).name()).isEqualTo("Ada");
        assertThat(run.get(USERS.find(ada.get(ID))).name()).isEqualTo("Ada");
        assertThat(run.list(USERS.findMany(List.of(ada.get(ID), ada.get(ID), -1L))))
                .hasSize(1);
        assertThat(run.get(one.value(AGE))).isEqualTo(36);
        assertThat(run.value(USERS.where(NAME.eq("Di")).value(AGE))).isNull();
        assertThat(run.get(one.count())).isEqualTo(1);
        assertThat(run.get(one.exists())).isTrue();
    }

    @Test
    @Feature("9.1")
    default void modelsOfManyRows(Runner run) {
        assertThat(run.error(USERS.sole())).isInstanceOf(NotOneRowException.class);
        assertThat(run.get(USERS.orderByDesc(NAME).first()).name()).isEqualTo("Di");
        assertThat(run.get(USERS.orderByDesc(NAME).value(NAME.lower()))).isEqualTo("di");
        assertThat(run.get(USERS.doesntExist())).isFalse();
    }

    @Test
    @Feature("9.1")
    default void rowsOfNone(Runner run) {
        Query none = DB.table("users").where("name", "Zoe");

        assertThat(run.list(none.get())).isEmpty();
        assertThat(run.value(none.first())).isNull();
        assertThat(run.error(none.firstOrFail())).isInstanceOf(ModelNotFoundException.class);
        assertThat(run.error(none.sole())).isInstanceOf(ModelNotFoundException.class);
        assertThat(run.value(none.find(1))).isNull();
        assertThat(run.error(DB.table("users").findOrFail(-1))).isInstanceOf(ModelNotFoundException.class);
        assertThat(run.list(DB.table("users").findMany(List.of()))).isEmpty();
        assertThat(run.value(none.value("name"))).isNull();
        assertThat(run.error(none.soleValue("name"))).isInstanceOf(ModelNotFoundException.class);
        assertThat(run.list(none.pluck("name"))).isEmpty();
        assertThat(run.get(none.pluck("name", "id"))).isEmpty();
        assertThat(run.get(none.exists())).isFalse();
        assertThat(run.get(none.doesntExist())).isTrue();
        assertThat(run.get(none.count())).isZero();
        assertThat(run.value(none.max("age"))).isNull();
        assertThat(run.value(none.avg("age"))).isNull();
        assertThat(run.get(none.sum("age"))).isZero();
    }

    @Test
    @Feature("9.1")
    default void rowsOfOneAndMany(Runner run) {
        Query one = DB.table("users").where("name", "Ada");
        Row ada = run.get(one.sole());
        Object id = java.util.Objects.requireNonNull(ada.get("id"));

        assertThat(run.get(one.firstOrFail()).get("name")).isEqualTo("Ada");
        assertThat(run.get(DB.table("users").find(id)).get("name")).isEqualTo("Ada");
        assertThat(run.get(DB.table("users").findOrFail(id)).get("name")).isEqualTo("Ada");
        assertThat(run.get(DB.table("users")
                                .join("posts", "posts.user_id", "users.id")
                                .select("posts.title")
                                .find(id))
                        .names())
                .containsExactly("title");
        assertThat(run.list(DB.table("users").findMany(List.of(id, id)))).hasSize(1);
        assertThat(run.get(one.value("age", Long.class))).isEqualTo(36L);
        assertThat(run.get(one.soleValue("name"))).isEqualTo("Ada");
        assertThat(run.error(one.value("name", Integer.class))).isInstanceOf(TypeMismatchException.class);
        assertThat(run.error(DB.table("users").sole())).isInstanceOf(NotOneRowException.class);
        assertThat(run.error(DB.table("users").soleValue("name"))).isInstanceOf(NotOneRowException.class);
        assertThat(run.list(DB.table("users").orderBy("name").pluck("age", Integer.class)))
                .containsExactly(36, 17, 64);
        Map<Object, Object> ages =
                run.get(DB.table("users").whereNotNull("age").orderBy("name").pluck("age", "name"));
        assertThat(ages.keySet()).containsExactly("Ada", "Bob", "Cy");
        assertThat(run.get(DB.table("users").count("age"))).isEqualTo(3);
        assertThat(run.get(DB.table("users").countDistinct("kind"))).isEqualTo(2);
        assertThat(run.get(DB.table("users").min("name"))).isEqualTo("Ada");
    }

    @Test
    @Feature("8.6")
    default void aSumIsOfTheTypeThatIsAskedFor(Runner run) {
        assertThat(run.get(USERS.sum(AGE))).isEqualByComparingTo("117");
        assertThat(run.get(USERS.sum(AGE, Long.class))).isEqualTo(117L);
        assertThat(run.get(USERS.where(AGE.gt(100)).sum(AGE, Long.class))).isZero();
        assertThat(run.get(DB.table("users").sum("age", Integer.class))).isEqualTo(117);
        assertThat(run.get(Post.POSTS.distinct().sum(Post.VIEWS, Long.class))).isEqualTo(85L);
        assertThat(run.get(DB.table("posts").select("views").distinct().sum("views", Long.class)))
                .isEqualTo(65L);
        assertThat(run.get(DB.table("posts").select("views").distinct().count()))
                .isEqualTo(4);
        assertThat(run.get(DB.table("posts").orderBy("views").limit(1).count())).isEqualTo(5);
        assertThat(run.get(DB.table("users").avg("age"))).isEqualByComparingTo("39");
        run.get(DB.table("posts").where("views", 5).update(Map.of("views", Integer.MAX_VALUE)));
        assertThat(run.get(Post.POSTS.sum(Post.VIEWS, Long.class))).isEqualTo(Integer.MAX_VALUE + 80L);
        assertThat(run.error(Post.POSTS.sum(Post.VIEWS, Integer.class))).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    @Feature("8.6")
    default void explainTellsThePlanAndRunsNothing(Runner run) {
        List<String> plan = run.get(USERS.where(NAME.eq("Ada")).orderBy(AGE).explain());

        assertThat(plan).isNotEmpty().allSatisfy(line -> assertThat(line).isNotBlank());
        assertThat(String.join("\n", plan)).containsIgnoringCase("users");
        assertThat(run.statements()).singleElement().asString().startsWith("explain select");
        assertThat(run.get(DB.table("posts").whereIn("id", List.of(1, 2)).explain()))
                .isNotEmpty();
        assertThat(run.get(DB.table("posts")
                        .select("views")
                        .union(DB.table("posts").select("views"))
                        .explain()))
                .isNotEmpty();
    }

    @Test
    @Feature("9.5")
    default void toSqlIsTheTextAndItsValues(Runner run) {
        ModelQuery<User> query = USERS.query()
                .withTrashed()
                .where(AGE.gt(18))
                .where("name", "like", "A%")
                .limit(3)
                .select("name");
        Dialect dialect = run.database().dialect();

        Sql sql = run.get(query.toSql());

        assertThat(sql).isEqualTo(query.toSql(dialect));
        assertThat(sql.bindings()).extracting(Value::value).containsExactly(18, "A%", 3L);
        assertThat(query.toSql(Dialects.POSTGRESQL).text())
                .isEqualTo("select \"name\", \"id\" from \"users\" where \"age\" > $1 and \"name\" like $2 limit $3");
        assertThat(query.toSql(Dialects.MYSQL).text())
                .isEqualTo("select `name`, `id` from `users` where `age` > ? and `name` like ? limit ?");
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("9.5")
    default void theStatementThatIsSentIsThatOfToSql(Runner run) {
        var query = DB.table("users")
                .join("posts", "posts.user_id", "users.id")
                .groupBy("users.name")
                .select("users.name");
        String text = run.get(query.toSql()).text();

        run.list(query.get());
        assertThat(run.statements()).containsExactly(text);
        assertThatThrownBy(() -> query.toSql(Dialects.H2).bindings().add(Value.of(1)))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
