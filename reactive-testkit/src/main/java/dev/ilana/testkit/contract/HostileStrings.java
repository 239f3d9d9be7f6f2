package dev.ilana.testkit.contract;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Texts that someone who means harm would give where a name, a word or a value is due; none of them is a valid word. */
final class HostileStrings {

    private static final List<String> QUOTES = List.of(
            "'", "\"", "`", "''", "\"\"", "``", "\\'", "\\\"", "\\`", "\\\\'", "'\"`", "]", "´", "’", "＇", "＂", "ʼ",
            "`\"");
    private static final List<String> BREAKOUTS = List.of(
            "%s",
            "name%s",
            "%sname%s",
            "%s or %s1%s=%s1",
            "x%s or 1=1 -- ",
            "x%s; drop table canary; -- ",
            "x%s;delete from canary;%s",
            "x%s) union select * from canary -- ",
            "name%s, (select 1) as %sb",
            "%s||(select 1)||%s");

    private static final List<String> COMMENTS =
            List.of("--", "-- ", "--\n", "#", "/*", "*/", "/**/", "/* x */", "/*!50000 or 1=1 */", ";--", "<!--", "//");
    private static final List<String> MARKERS = List.of(
            "?",
            "??",
            "???",
            "?name",
            "?1",
            "$1",
            "$2",
            "$$",
            "$$x$$",
            "$tag$",
            ":x",
            "::text",
            ":1",
            "@p",
            "@@version",
            "%s",
            "%1$s",
            "#{x}",
            "${x}",
            "{x}",
            "&x");
    private static final List<String> AROUND_NAMES = List.of("%s", "name%s", "na%sme");

    private static final List<String> STACKED = List.of(
            ";",
            ";;",
            "name;",
            ";name",
            "name; drop table canary",
            "name; drop table canary; --",
            "1; delete from canary",
            "1; update canary set name = 'x'",
            "1; create table looted (id int)",
            "'; create table looted (id int); --",
            "1; commit",
            "1; shutdown",
            "1; call csvwrite('/tmp/x', 'select 1')",
            "1; runscript from 'x'",
            "1; create alias x as 'int x() { return 1; }'",
            "1; copy canary to program 'id'",
            "1; select pg_sleep(10)",
            "1 and sleep(10)",
            "1; set sql_mode = ''",
            "name) values (1); --",
            "name = name; --",
            "name\n;\ndrop table canary");

    private static final List<String> CLASSICS = List.of(
            "' or 1=1",
            "' or '1'='1",
            "' or ''='",
            "\" or \"\"=\"",
            "') or ('1'='1",
            "or 1=1",
            "1 or 1=1",
            "1=1",
            "1' and '1'='1",
            "admin'--",
            "' union select null, null --",
            "union select name from canary",
            "(select name from canary)",
            "exists (select 1 from canary)",
            "case when 1=1 then name else id end",
            "name, id",
            "name,(select 1)",
            "count(*)",
            "*",
            "canary.*",
            "name = name",
            "name || name",
            "name + 1",
            "-name",
            "(name)",
            "name)",
            "(name",
            "name[1]",
            "name::text",
            "cast(name as text)",
            "name collate \"C\"",
            "distinct name",
            "name asc",
            "name desc, id",
            "desc; drop table canary",
            "desc, (select 1)",
            "asc nulls first",
            "desc nulls last",
            "= 1 or 1 =",
            "= 1; drop table canary; --",
            "<=>",
            "==",
            "=>",
            "is not",
            "is null or 1 =",
            "not in",
            "in (select 1) or 1 =",
            "~",
            "~*",
            "!~",
            "regexp",
            "rlike",
            "similar to",
            "like '%' or name like",
            "like binary",
            "sounds like",
            "between 1 and 2 or 1 =",
            "@>",
            "->>",
            "for update",
            "limit 1",
            "as x",
            "name as",
            " as x",
            "name as x as y",
            "name as x y",
            "name as \"x\"",
            "name as x; drop table canary",
            "name AS x",
            "name\tas\tx");

    private static final List<String> DOTTED = List.of(
            ".",
            "..",
            "a.",
            ".a",
            "a..b",
            "a.b",
            "a.b.c",
            "a.b.c.d",
            "victims.",
            "nowhere.name",
            "nowhere.*",
            "*.*",
            "a.*.b",
            "information_schema.tables",
            "pg_catalog.pg_shadow",
            "mysql.user",
            "public.\"canary\"",
            "a.b as c",
            "a. b",
            "a .b",
            "1.2");

    private static final List<String> JSON_PATHS = List.of(
            "$",
            "$.name",
            "$[*]",
            "$[0]",
            "[0]",
            "[last]",
            "[*]",
            "[-1]",
            "-1",
            "0",
            "00",
            "999999999999",
            "٣",
            "*",
            "**",
            "$**.name",
            ".name",
            "name.first",
            "'name'",
            "\"name\"",
            "\\\"name",
            "\\",
            "\\\\",
            "\\u0022",
            "\\n",
            "lax $.name",
            "$ ? (@ > 1)",
            "{a,b}",
            "name}",
            "x\"; drop table canary; --",
            "x;y",
            "x\")) or 1=1 --",
            "U&\"x\"",
            "->",
            "->>",
            "a->",
            "->a",
            "a->b",
            "a->>b",
            "a->'b'",
            "a->$.b",
            "doc->name",
            "doc->name; drop table canary",
            "doc->na me",
            "doc->\"name\"",
            "doc->name->first",
            "doc->'; drop table canary; --",
            "doc'->name",
            "doc->name as x",
            "doc->name as x; drop table canary");

    private static final List<String> PATTERNS = List.of(
            "%",
            "_",
            "%%",
            "__",
            "%a%",
            "a_b",
            "\\%",
            "\\_",
            "%\\",
            "[a-z]",
            "a*",
            "^a",
            "a$b",
            "100%",
            "%' or name like '%",
            "+",
            "-",
            "+a -b",
            "\"a",
            "(a",
            "a)",
            "@1",
            "~a",
            "a & b",
            "a | !b",
            "a:*",
            "<->",
            "a <-> b",
            "> <",
            "\"a b\" -c",
            "*a");

    private static final List<String> BLANKS = List.of(
            "",
            " ",
            "  ",
            "\t",
            "\n",
            "\r\n",
            " name",
            "name ",
            "na me",
            "\tname",
            "name\n",
            "name\r",
            "name\u000b",
            "name\f",
            "name\u00a0",
            "\u3000name",
            "name\u2003",
            "name\u2028",
            "name\u2029",
            "\ufeffname",
            "name\u200b",
            "na\u00adme",
            "\u202ename",
            "name\u2066",
            "na\u0301me",
            "name\ufe0f");

    private static final List<String> LONE_SURROGATES = List.of(
            "\ud800", "\udc00", "na\ud800me", "na\udc00me", "\udc00\ud800", "name\ud83d", "\ude00name", "\ud800'");

    private static final List<String> LOOKALIKES = List.of(
            "nаme",
            "пame",
            "ｎａｍｅ",
            "nam\u212f",
            "\u0130d",
            "\u0131d",
            "\u017fame",
            "victim\u017f",
            "\u212Aind",
            "LI\u212AE",
            "not li\u212ae",
            "a\u017fc",
            "de\u017fc",
            "fir\u017ft",
            "la\u017ft",
            "ﬁeld",
            "straße",
            "ÑAME",
            "ñame",
            "Ǉ",
            "ǈ",
            "名前",
            "ユーザー",
            "обʼєкт",
            "a\u02bcb",
            "a\u02cbb",
            "a\u02bab",
            "\u02eename",
            "a٣",
            "ªº",
            "𝐧𝐚𝐦𝐞",
            "😀",
            "name😀",
            "n\u0101me",
            "𐐀");

    private static final List<String> RESERVED = List.of(
            "select",
            "SELECT",
            "from",
            "table",
            "order",
            "user",
            "null",
            "true",
            "default",
            "values",
            "key",
            "row",
            "current_user",
            "interval");

    /** What this library calls things by, or could. */
    private static final List<String> OWN = List.of(
            "ilana_new",
            "ilana_row",
            "ilana_rows",
            "ilana_list",
            "ilana",
            "excluded",
            "aggregate",
            "found",
            "new",
            "old",
            "v",
            "canary_2",
            "victims_2",
            "pivot_id",
            "$1$",
            "a$1",
            "a$$b",
            "_",
            "__",
            "_$",
            "a$",
            "a1");

    private HostileStrings() {}

    /** All of them, each once: more than 500. */
    static List<String> all() {
        Set<String> all = new LinkedHashSet<>();
        QUOTES.forEach(quote -> all.addAll(each(BREAKOUTS, breakout -> breakout.replace("%s", quote))));
        COMMENTS.forEach(comment -> all.addAll(each(AROUND_NAMES, place -> place.replace("%s", comment))));
        MARKERS.forEach(marker -> all.addAll(each(AROUND_NAMES, place -> place.replace("%s", marker))));
        for (char control = 0; control < ' '; control++) {
            all.add("na" + control + "me");
        }
        for (char control : new char[] {0, 8, 0x1a, 0x1b, 0x7f, 0x80, 0x85, 0x9f}) {
            all.add("name" + control);
            all.add(control + "name");
        }
        all.addAll(STACKED);
        all.addAll(CLASSICS);
        all.addAll(DOTTED);
        all.addAll(JSON_PATHS);
        all.addAll(PATTERNS);
        all.addAll(BLANKS);
        all.addAll(LONE_SURROGATES);
        all.addAll(LOOKALIKES);
        all.addAll(RESERVED);
        all.addAll(OWN);
        all.addAll(List.of(
                "a".repeat(63), "é".repeat(32), "b".repeat(64), "b".repeat(65), "c".repeat(128), "d".repeat(129)));
        all.addAll(
                List.of("x".repeat(200), "x'".repeat(100), "a.".repeat(100) + "b", "(".repeat(200), "x".repeat(5_000)));
        return List.copyOf(all);
    }

    private static List<String> each(Collection<String> texts, UnaryOperator<String> change) {
        return texts.stream().map(change).toList();
    }
}
