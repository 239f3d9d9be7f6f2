package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.query.Query;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What the log says, at which level, and what it never says unless asked. */
class SqlLogTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.ilana");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private @Nullable Database database;

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        if (database != null) {
            database.close().block(LONG);
        }
    }

    private Database with(LogSettings settings) {
        Database created = Database.builder("h2:mem:" + UUID.randomUUID())
                .withName("shop")
                .withLog(settings)
                .build();
        database = created;
        var unused = Query.statement("create table people (name varchar(20) unique)")
                .contextWrite(created.use())
                .block(LONG);
        log.list.clear();
        return created;
    }

    private static Mono<Long> insert(String name) {
        return Query.table("people").insert(Map.of("name", name));
    }

    private List<String> lines(Level level) {
        return log.list.stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void aStatementIsLoggedWithoutItsValues() {
        Database shop = with(LogSettings.OFF.withSql());
        assertThat(insert("Ada").contextWrite(shop.use()).block(LONG)).isEqualTo(1);

        assertThat(lines(Level.DEBUG))
                .singleElement()
                .asString()
                .matches("1 row in \\d+ ms on shop: insert into \"?people\"? .*\\?.*")
                .doesNotContain("Ada");
        assertThat(log.list.get(0).getLoggerName()).isEqualTo("dev.ilana.sql");
    }

    @Test
    void valuesAreLoggedWhereTheyAreAskedFor() {
        Database shop = with(LogSettings.OFF.withSql().withBindings());
        assertThat(insert("Ada").contextWrite(shop.use()).block(LONG)).isEqualTo(1);

        assertThat(lines(Level.DEBUG)).singleElement().asString().endsWith(" [Ada]");
    }

    @Test
    void aTransactionIsLoggedFromItsBeginToItsEnd() {
        Database shop = with(LogSettings.OFF.withSql());
        assertThat(shop.transaction(() -> insert("Ada")).block(LONG)).isEqualTo(1);
        assertThatThrownBy(() -> shop.transaction(() -> insert("Ada")).block(LONG))
                .isInstanceOf(dev.ilana.error.UniqueViolationException.class);

        assertThat(lines(Level.DEBUG))
                .satisfiesExactly(
                        begins -> assertThat(begins).matches("transaction \\d+ of shop begins"),
                        insert -> assertThat(insert).matches("1 row in \\d+ ms on shop, transaction \\d+: insert .*"),
                        committed ->
                                assertThat(committed).matches("transaction \\d+ of shop is committed after \\d+ ms"),
                        begins -> assertThat(begins).endsWith("begins"),
                        fails -> assertThat(fails).startsWith("UniqueViolationException in "),
                        rolledBack -> assertThat(rolledBack)
                                .matches(
                                        "transaction \\d+ of shop is rolled back after \\d+ ms, by UniqueViolationException"));
    }

    @Test
    void aSlowStatementIsAWarningAndAQuickOneIsNot() {
        Database slow = with(LogSettings.OFF.withSlow(Duration.ZERO));
        assertThat(insert("Ada").contextWrite(slow.use()).block(LONG)).isEqualTo(1);
        assertThat(lines(Level.WARN))
                .singleElement()
                .asString()
                .startsWith("slow: 1 row in ")
                .doesNotContain("Ada");
        assertThat(lines(Level.DEBUG)).isEmpty();
        slow.close().block(LONG);

        Database quick = with(LogSettings.OFF.withSlow(Duration.ofMinutes(1)));
        assertThat(insert("Ada").contextWrite(quick.use()).block(LONG)).isEqualTo(1);
        assertThat(log.list).isEmpty();
    }

    @Test
    void aThresholdIsNotNegative() {
        assertThatThrownBy(() -> LogSettings.OFF.withSlow(Duration.ofMillis(-1)))
                .isInstanceOf(InvalidConfigurationException.class);
    }

    @Test
    void aListenerThatAlwaysFailsIsLoggedOnceAndWithoutItsMessage() {
        Database failing = Database.builder("h2:mem:" + UUID.randomUUID())
                .withListener(QueryListener.withBindings(query -> {
                    throw new IllegalStateException("I was told " + query.bindings());
                }))
                .build();
        database = failing;
        for (int i = 0; i < 3; i++) {
            assertThat(Query.raw("select ?", "Ada")
                            .then(Mono.just(1))
                            .contextWrite(failing.use())
                            .block(LONG))
                    .isEqualTo(1);
        }

        assertThat(lines(Level.WARN))
                .singleElement()
                .asString()
                .contains("java.lang.IllegalStateException at ", "SqlLogTest.java:")
                .doesNotContain("Ada");
    }
}
