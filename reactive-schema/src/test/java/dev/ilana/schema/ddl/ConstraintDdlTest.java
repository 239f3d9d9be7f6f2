package dev.ilana.schema.ddl;

import static dev.ilana.dialect.Dialects.H2;
import static dev.ilana.dialect.Dialects.MARIADB;
import static dev.ilana.dialect.Dialects.MYSQL;
import static dev.ilana.schema.ddl.Spelled.T;
import static dev.ilana.schema.ddl.Spelled.change;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.CheckDefinition.Matches;
import dev.ilana.schema.definition.CheckDefinition.Positive;
import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.KeyChange.AddCheck;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.KeyChange.DropCheck;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.KeyChange.UseIndex;
import dev.ilana.schema.definition.KeyChange.ValidateConstraint;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Foreign keys and checks. */
class ConstraintDdlTest {

    private static final ForeignKeyDefinition KEY =
            ForeignKeyDefinition.of(List.of("user_id"), QualifiedName.of("users"), List.of("id"));
    private static final String ADDED =
            "alter table `t` add constraint `t_user_id_foreign` foreign key (`user_id`) references `users` (`id`)";

    private static Spelled add(ForeignKeyDefinition key) {
        return change(new AddForeignKey(T, key));
    }

    private static Spelled add(CheckDefinition.Rule rule) {
        return change(new AddCheck(T, new CheckDefinition(null, List.of("c"), rule)));
    }

    @Test
    void foreignKeys() {
        add(KEY).everywhere(ADDED);
        add(new ForeignKeyDefinition(
                        "mine",
                        List.of("a", "b"),
                        QualifiedName.of("app.u"),
                        List.of("c", "d"),
                        ReferentialAction.SET_NULL,
                        ReferentialAction.RESTRICT,
                        Deferral.NOT_DEFERRABLE))
                .everywhere(
                        "alter table `t` add constraint `mine` foreign key (`a`, `b`) references `app`.`u` (`c`, `d`)"
                                + " on delete set null on update restrict");
        change(new DropForeignKey(T, null, List.of("user_id")))
                .standard("alter table `t` drop constraint `t_user_id_foreign`")
                .mySqlAndMariaDb("alter table `t` drop foreign key `t_user_id_foreign`");
    }

    @Test
    void whatOnlySomeForeignKeysCan() {
        add(KEY.withOnDelete(ReferentialAction.SET_DEFAULT))
                .standard(ADDED + " on delete set default")
                .refused(
                        "\"set default\" for foreign keys; use nullOnDelete(), or set it in a trigger", MYSQL, MARIADB);
        String instead =
                "deferrable foreign keys; write parents before their children, or use" + " withoutForeignKeyChecks(…)";
        add(KEY.withDeferral(Deferral.INITIALLY_IMMEDIATE))
                .postgreSql(ADDED + " deferrable")
                .refused(instead, H2, MYSQL, MARIADB);
        add(KEY.withDeferral(Deferral.INITIALLY_DEFERRED)).postgreSql(ADDED + " deferrable initially deferred");
    }

    @Test
    void checks() {
        add(new Condition("c < 9")).everywhere("alter table `t` add constraint `t_c_check` check (c < 9)");
        add(new Positive("c")).everywhere("alter table `t` add constraint `t_c_positive` check (`c` > 0)");
        add(new Matches("c", "^it's;$"))
                .postgreSql("alter table `t` add constraint `t_c_regex` check (`c` ~ '^it''s;$')")
                .h2("alter table `t` add constraint `t_c_regex` check (regexp_like(`c`, U&'^it''s\\003b$'))")
                .mySqlAndMariaDb("alter table `t` add constraint `t_c_regex` check (`c` regexp '(?-i)^it''s;$')");
        change(new DropCheck(T, null, List.of("c"))).everywhere("alter table `t` drop constraint `t_c_check`");
        change(new DropCheck(T, "mine", List.of())).everywhere("alter table `t` drop constraint `mine`");
    }

    @Test
    void rowsThatAreThereAreValidatedLater() {
        String rest =
                "constraints that are validated later; leave notValid() and validateConstraint(…) out, and add the"
                        + " constraint when few write the table";
        change(new AddForeignKey(T, KEY, true)).postgreSql(ADDED + " not valid").refused(rest, H2, MYSQL, MARIADB);
        change(new AddCheck(T, new CheckDefinition("grown", List.of(), new Condition("age > 17")), true))
                .postgreSql("alter table `t` add constraint `grown` check (age > 17) not valid")
                .refused(rest, H2, MYSQL, MARIADB);
        change(new ValidateConstraint(T, "grown"))
                .postgreSql("alter table `t` validate constraint `grown`")
                .refused(rest, H2, MYSQL, MARIADB);
    }

    @Test
    void anIndexThatIsThereBecomesAConstraint() {
        change(new UseIndex(T, "by_name"))
                .postgreSql("alter table `t` add constraint `by_name` unique using index `by_name`")
                .refused("indexes built concurrently; say unique(…), which makes the index too", H2, MYSQL, MARIADB);
    }
}
