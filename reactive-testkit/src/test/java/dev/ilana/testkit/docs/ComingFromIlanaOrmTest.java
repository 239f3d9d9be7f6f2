package dev.ilana.testkit.docs;

import static dev.ilana.connection.TransactionOptions.DEFAULT;
import static dev.ilana.connection.TransactionOptions.attempts;
import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.model.Collection;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.MorphTo;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.docs.User.Kind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/coming-from-ilanaorm.md}. */
class ComingFromIlanaOrmTest extends PageTest {

    @Test
    void words() {
        // tag::words
        Mono<Long> key = USERS.insertGetId(Map.of("name", "Ada", "email", "ada@example.org"));
        Mono<User> found = USERS.findBy("email", "ada@example.org");
        Mono<Long> upserted = USERS.upsert(
                List.of(Map.of("name", "Ada L.", "email", "ada@example.org")), List.of("email"), List.of("name"));
        Mono<User> changed = found.flatMap(user -> user.update(Map.of("age", 37)));
        Flux<User> some = USERS.query()
                .where("age", ">", 18)
                .whereIn("kind", List.of("MEMBER", "ADMIN"))
                .when(true, users -> users.latest())
                .get();
        // end::words

        assertThat(run(key)).isEqualTo(1);
        assertThat(run(upserted)).isPositive();
        assertThat(run(changed).name()).isEqualTo("Ada L.");
        assertThat(list(some)).hasSize(1);
    }

    @Test
    void collections() {
        stored("Ada", 36);
        stored("Alan", 41);

        // tag::collections
        Mono<Map<Kind, Collection<User>>> byKind = USERS.query()
                .collection() // get() is a Flux
                .map(users -> users.filter(user -> user.get(AGE) > 18).groupBy(User.KIND));
        // end::collections

        assertThat(run(byKind))
                .hasEntrySatisfying(
                        Kind.MEMBER, users -> assertThat(users.pluck(NAME)).containsExactlyInAnyOrder("Ada", "Alan"));
    }

    @Test
    void transactions() {
        DB.register("analytics", db);

        // tag::transactions
        Mono<User> ada = DB.transaction(
                () -> USERS.create(Map.of("name", "Ada", "email", "ada@example.org")),
                attempts(3).on("analytics")); // three times in all
        Mono<User> alan = DB.beginTransaction(DEFAULT.on("analytics"))
                .flatMap(trx -> USERS.create(Map.of("name", "Alan", "email", "alan@example.org"))
                        .contextWrite(trx.use()) // what is in it says so
                        .delayUntil(user -> trx.commit())
                        .onErrorResume(error -> trx.rollback().then(Mono.error(error))));
        // end::transactions

        assertThat(run(ada.then(alan).then(USERS.count()))).isEqualTo(2);
    }

    // tag::rows
    static final class Clip extends Model<Clip> {
        static final Table<Clip> CLIPS =
                Table.of("clips", Clip::new).morphAs("Clip"); // the class's name is in the rows
        static final Column<Clip, String> ID = // a UUID as text, as it is there
                CLIPS.key(CLIPS.string("id"), () -> UUID.randomUUID().toString());
        static final HasMany<Clip, Remark> REMARKS = CLIPS.morphMany("remarks", () -> Remark.ABOUT);

        Clip() {
            super(CLIPS);
        }
    }

    static final class Remark extends Model<Remark> {
        static final Table<Remark> REMARKS = Table.of("comments_on", Remark::new);
        static final Column<Remark, Long> ID = REMARKS.id();
        static final Column<Remark, String> TYPE = REMARKS.string("commentable_type");
        static final Column<Remark, String> ABOUT_ID = REMARKS.string("commentable_id");
        static final MorphTo<Remark> ABOUT = REMARKS.morphTo("commentable", TYPE, ABOUT_ID, () -> List.of(Clip.CLIPS));

        Remark() {
            super(REMARKS);
        }
    }
    // end::rows

    @Test
    void rows() {
        Schema schema = Schema.current();
        run(schema.create("clips", table -> table.string("id", 36).primary())
                .then(schema.create("comments_on", table -> {
                    table.id();
                    table.string("commentable_type");
                    table.string("commentable_id", 36);
                }))
                .then(DB.table("clips").insert(Map.of("id", "0e37df36-f698-11e6-8dd4-cb9ced3df976")))
                .then(DB.table("comments_on")
                        .insert(Map.of(
                                "commentable_type",
                                "Clip",
                                "commentable_id",
                                "0e37df36-f698-11e6-8dd4-cb9ced3df976"))));

        assertThat(list(Clip.CLIPS.with(Clip.REMARKS).get()).get(0).get(Clip.REMARKS))
                .hasSize(1);
        assertThat(list(Remark.REMARKS.with(Remark.ABOUT).get()).get(0).get(Remark.ABOUT))
                .isInstanceOf(Clip.class);
        assertThat(run(new Clip().save()).get(Clip.ID)).hasSize(36);
    }
}
