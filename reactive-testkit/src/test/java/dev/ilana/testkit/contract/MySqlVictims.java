package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.database.UrlOptions;
import org.junit.jupiter.api.Test;

/** What MariaDB and MySQL need for {@link HostileValueContract}, in the modes that read quotes otherwise too. */
interface MySqlVictims extends HostileValueContract {

    /** A backslash is a character like any other, and text in double quotes is a name. */
    String OTHER_QUOTES = "sessionVariables=sql_mode='STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES'";

    @Override
    default String currentSchema() {
        return "database()";
    }

    @Override
    default String fullTextIndex() {
        return "create fulltext index victims_name on victims (name)";
    }

    @Test
    @Feature("7.1")
    default void theModeIsTheOneThatIsMeant(Runner run) {
        UrlOptions options = getClass().getAnnotation(UrlOptions.class);
        String said = options == null ? "" : options.value();
        Object mode = run.get(DB.select("select @@sql_mode as m").next()).get("m");
        assertThat(String.valueOf(mode).contains("NO_BACKSLASH_ESCAPES")).isEqualTo(said.contains("ANSI_QUOTES"));

        long before = prepared(run);
        run.list(DB.table("canary").where("name", "tweet").get());
        assertThat(prepared(run) > before).isEqualTo(!said.contains("useServerPrepareStatement=false"));
    }

    /** How many prepared statements the server has run for anyone. */
    private static long prepared(Runner run) {
        return Long.parseLong(String.valueOf(
                run.get(DB.select("show global status like 'Com_stmt_execute'").next())
                        .get(1)));
    }
}
