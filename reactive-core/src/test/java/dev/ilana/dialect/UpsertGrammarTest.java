package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.values;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.sql.Excluded;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Insert.Change;
import dev.ilana.sql.Insert.Ignore;
import dev.ilana.sql.TableName;
import dev.ilana.sql.Update.Assignment;
import dev.ilana.sql.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a dialect says of rows whose key may be taken. */
class UpsertGrammarTest {

    private static Insert conflicting(Insert.Conflict conflict, List<List<Value>> rows) {
        return new Insert(
                TableName.parse("users"), List.of("email", "age"), new Insert.Values(rows), conflict, List.of());
    }

    private static Change changeAge() {
        return new Change(List.of("email"), List.of(new Assignment("age", new Excluded("age"))));
    }

    @Test
    void aRowWhoseKeyIsTakenIsLeftOut() {
        Insert insert = conflicting(new Ignore(), List.of(values("a@x.y", 36)));
        Spelling.of(insert)
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([email], [age]) values (?, ?) on conflict do nothing",
                        "a@x.y",
                        36)
                .on(
                        MYSQL_FAMILY,
                        "insert into [users] ([email], [age]) values (?, ?)"
                                + " on duplicate key update [email] = [users].[email]",
                        "a@x.y",
                        36);
        assertThatThrownBy(() -> Dialects.H2.grammar().compile(insert)).isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void anUpsertTakesTheNewValuesByTheirName() {
        Spelling.of(conflicting(changeAge(), List.of(values("a@x.y", 36))))
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([email], [age]) values (?, ?)"
                                + " on conflict ([email]) do update set [age] = excluded.[age]",
                        "a@x.y",
                        36)
                .on(
                        Dialects.MARIADB,
                        "insert into [users] ([email], [age]) values (?, ?)"
                                + " on duplicate key update [age] = values([age])",
                        "a@x.y",
                        36)
                .on(
                        Dialects.MYSQL,
                        "insert into [users] ([email], [age]) values (?, ?) as [ilana_new]"
                                + " on duplicate key update [age] = [ilana_new].[age]",
                        "a@x.y",
                        36)
                .on(
                        Dialects.H2,
                        "merge into [users] using (values (cast(? as varchar), cast(? as integer)))"
                                + " as [ilana_new]([email], [age]) on [users].[email] = [ilana_new].[email]"
                                + " when matched then update set [age] = [ilana_new].[age]"
                                + " when not matched then insert ([email], [age])"
                                + " values ([ilana_new].[email], [ilana_new].[age])",
                        "a@x.y",
                        36);
    }

    @Test
    void anUpsertOfManyRowsIsOneStatement() {
        Spelling.of(conflicting(changeAge(), List.of(values("a@x.y", 36), values("b@x.y", null))))
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([email], [age]) select [ilana_new].[email], [ilana_new].[age]"
                                + " from unnest(?::text::text[], ?::text::integer[]) as [ilana_new]([email], [age])"
                                + " on conflict ([email]) do update set [age] = excluded.[age]",
                        Spelling.arrayText("a@x.y", "b@x.y"),
                        Spelling.arrayText(36, null));
    }

    @Test
    void anUpsertThatChangesNothingLeavesTheRowAsItIs() {
        Spelling.of(conflicting(new Change(List.of("email"), List.of()), List.of(values("a@x.y", 36))))
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([email], [age]) values (?, ?) on conflict ([email]) do nothing",
                        "a@x.y",
                        36)
                .on(
                        Dialects.MARIADB,
                        "insert into [users] ([email], [age]) values (?, ?)"
                                + " on duplicate key update [email] = [users].[email]",
                        "a@x.y",
                        36)
                .on(
                        Dialects.H2,
                        "merge into [users] using (values (cast(? as varchar), cast(? as integer)))"
                                + " as [ilana_new]([email], [age]) on [users].[email] = [ilana_new].[email]"
                                + " when not matched then insert ([email], [age])"
                                + " values ([ilana_new].[email], [ilana_new].[age])",
                        "a@x.y",
                        36);
    }
}
