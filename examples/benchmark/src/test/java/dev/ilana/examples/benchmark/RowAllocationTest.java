package dev.ilana.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ilana.Table;
import dev.ilana.connection.Database;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a row takes while it is read: the model, its values, and what the driver needs to make them. */
class RowAllocationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final int ROWS = 1_000;
    private static final int READS = 30;

    static final class Member extends Model<Member> {

        static final Table<Member> MEMBERS = Table.of("members", Member::new).timestamps();

        static final Column<Member, Long> ID = MEMBERS.id();
        static final Column<Member, String> NAME = MEMBERS.string("name");
        static final Column<Member, String> EMAIL = MEMBERS.string("email");
        static final Column<Member, Integer> AGE = MEMBERS.integer("age");
        static final Column<Member, Boolean> ACTIVE = MEMBERS.bool("active");
        static final Column<Member, BigDecimal> BALANCE = MEMBERS.decimal("balance");

        Member() {
            super(MEMBERS);
        }
    }

    @Test
    void aRowOfEightColumnsOnPostgreSqlTakesAtMost1500Bytes() {
        try (TestDatabase at = TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("row_allocation")) {
            Database database = Database.connect(at.url());
            try {
                fill(database);
                Member warm = read(database, READS);
                long before = allocated();
                Member last = read(database, READS);
                long perRow = (allocated() - before) / ((long) READS * ROWS);

                assertThat(last.get(Member.BALANCE)).isEqualTo(new BigDecimal("1370.00"));
                assertThat(warm.get(Member.ID)).isEqualTo(last.get(Member.ID));
                assertThat(last.get(Member.MEMBERS.createdAt()))
                        .isEqualTo(Instant.parse("2024-01-01T16:40:00.123456Z"));
                assertThat(perRow).as("bytes a row").isLessThanOrEqualTo(1_500);
            } finally {
                database.close().block(PATIENCE);
            }
        }
    }

    private static void fill(Database database) {
        database.executor()
                .update(Sql.of("""
                        create table members (id bigserial primary key, name varchar(255) not null, email text not null,
                            age integer not null, active boolean not null, balance numeric(12,2) not null,
                            created_at timestamptz not null, updated_at timestamptz not null)
                        """))
                .then(database.executor().update(Sql.of("""
                        insert into members (name, email, age, active, balance, created_at, updated_at)
                        select 'Member number ' || n, 'member' || n || '@example.org', 18 + n % 60, n % 3 <> 0, n * 1.37,
                            timestamptz '2024-01-01 00:00:00.123456Z' + n * interval '1 minute', timestamptz '2025-01-01 00:00:00Z'
                        from generate_series(1, 1000) as n
                        """)))
                .block(PATIENCE);
    }

    private static Member read(Database database, int times) {
        List<Member> members = List.of();
        for (int i = 0; i < times; i++) {
            members = Member.MEMBERS
                    .orderBy(Member.ID)
                    .get()
                    .collectList()
                    .contextWrite(database.use())
                    .blockOptional(PATIENCE)
                    .orElseThrow();
        }
        assertThat(members).hasSize(ROWS);
        return members.get(ROWS - 1);
    }

    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
