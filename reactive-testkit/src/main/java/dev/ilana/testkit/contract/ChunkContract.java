package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Chunk;
import dev.ilana.testkit.database.Runner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work goes over any number of rows, some at a time, and none is skipped or met twice. */
public interface ChunkContract extends CrowdContract {

    @Test
    @Feature({"11.3", "12.2"})
    default void theWorkIsGivenAChunkAtATimeWithItsRelations(Runner run) {
        List<Integer> sizes = new ArrayList<>();
        List<Integer> posts = new ArrayList<>();

        boolean whole = run.get(USERS.with(POSTS).orderBy(ID).chunk(10, users -> {
            sizes.add(users.size());
            users.forEach(user -> posts.add(user.get(POSTS).size()));
            return Mono.empty();
        }));

        assertThat(whole).isTrue();
        assertThat(sizes).containsExactly(10, 10, 3);
        assertThat(posts).hasSize(CROWD).startsWith(0, 1, 2, 0);
        assertThat(run.statements()).hasSize(6);
    }

    @Test
    @Feature("12.2")
    default void aChunkIsReadWhenTheWorkOnTheOneBeforeHasEnded(Runner run) {
        List<String> log = Collections.synchronizedList(new ArrayList<>());

        run.get(USERS.query()
                .chunk(
                        8,
                        users -> Mono.fromRunnable(
                                        () -> log.add("read " + run.statements().size()))
                                .then(Mono.delay(java.time.Duration.ofMillis(30)))
                                .then(Mono.fromRunnable(
                                        () -> log.add("done " + run.statements().size())))));

        assertThat(log).containsExactly("read 1", "done 1", "read 2", "done 2", "read 3", "done 3");
    }

    @Test
    @Feature("12.2")
    default void theWorkMayQueryAndWriteOnAPoolOfOne(Runner run) {
        assertThat(CrowdContract.<Boolean>onOneConnection(
                        run,
                        db -> USERS.query()
                                .chunkById(
                                        4,
                                        users -> Flux.fromIterable(users)
                                                .concatMap(user ->
                                                        user.set(AGE, 99).save()))))
                .isTrue();
        assertThat(run.get(USERS.where(AGE.eq(99)).count())).isEqualTo(CROWD);
    }

    @Test
    @Feature("12.2")
    default void whatTheWorkRemovesOrChangesSkipsNoOther(Runner run) {
        List<String> met = new ArrayList<>();

        run.get(USERS.where(AGE.isNotNull()).chunkById(4, users -> {
            users.forEach(user -> met.add(user.name()));
            return USERS.where(ID.in(users.pluck(ID))).update(AGE.to((Integer) null));
        }));
        assertThat(met).hasSize(17).doesNotHaveDuplicates();

        met.clear();
        run.get(USERS.orderByDesc(NAME).chunk(4, users -> {
            users.forEach(user -> met.add(user.name()));
            return USERS.where(ID.in(users.pluck(ID))).delete();
        }));
        assertThat(met).hasSize(CROWD).doesNotHaveDuplicates();
    }

    @Test
    @Feature("12.2")
    default void theWorkEndsTheWalkByAWord(Runner run) {
        List<String> met = new ArrayList<>();

        assertThat(run.get(USERS.orderBy(ID).chunk(5, users -> {
                    met.add(users.get(0).name());
                    return met.size() == 2 ? Mono.just(Chunk.STOP) : Mono.just(false);
                })))
                .isFalse();
        assertThat(met).containsExactly("Ada 00", "bob 05");
        assertThat(run.statements()).hasSize(2);

        met.clear();
        assertThat(run.get(USERS.orderBy(ID).each(5, user -> {
                    met.add(user.name());
                    return user.name().endsWith("07") ? Flux.just("seven", Chunk.STOP) : Mono.empty();
                })))
                .isFalse();
        assertThat(met).hasSize(8);
        assertThat(run.get(USERS.each(5, user -> Mono.just("on")))).isTrue();
    }

    @Test
    @Feature("12.2")
    default void anErrorOfTheWorkEndsTheWalk(Runner run) {
        assertThat(run.error(USERS.query().chunk(5, users -> Mono.error(new IllegalStateException("enough")))))
                .hasMessage("enough");
        assertThat(run.error(USERS.query().each(5, user -> {
                    throw new IllegalStateException("enough");
                })))
                .hasMessage("enough");
        assertThat(run.statements()).hasSize(2);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("12.2")
    default void inATransactionAllWorkIsDoneOrNone(Runner run) {
        assertThat(run.error(DB.transaction(() -> USERS.query()
                        .chunkById(
                                5, users -> USERS.where(ID.in(users.pluck(ID))).update(AGE.to(99)))
                        .then(Mono.error(new IllegalStateException("back"))))))
                .hasMessage("back");
        assertThat(run.get(USERS.where(AGE.eq(99)).count())).isZero();
    }

    @Test
    @Feature("12.2")
    default void rowsWithoutAModelComeInChunksToo(Runner run) {
        List<Object> met = new ArrayList<>();

        assertThat(run.get(DB.table("users").orderBy("age").chunk(6, rows -> {
                    rows.forEach(row -> met.add(row.get("email")));
                    return Mono.empty();
                })))
                .isTrue();
        assertThat(met).hasSize(CROWD).doesNotHaveDuplicates();
        met.clear();
        run.get(DB.table("users").chunkById(6, "email", rows -> {
            rows.forEach(row -> met.add(row.get("email")));
            return DB.table("users")
                    .whereIn("email", rows.stream().map(row -> row.get("email")).toList())
                    .update(Map.of("age", 1));
        }));
        run.get(DB.table("users").chunkById(6, rows -> Mono.just(Chunk.STOP)));
        run.get(DB.table("users").each(6, row -> Mono.fromRunnable(() -> met.add(row.get("name")))));
        assertThat(met).hasSize(2 * CROWD).doesNotHaveDuplicates();
    }

    @Test
    @Feature("12.2")
    default void thereIsNoWorkWhereNoRowFits(Runner run) {
        assertThat(run.get(USERS.where(NAME.eq("Zoe")).chunk(5, users -> {
                    throw new IllegalStateException("work on " + users);
                })))
                .isTrue();
    }

    @Test
    @Feature("12.2")
    default void theTypedErrorsOfChunks(Runner run) {
        assertThatThrownBy(() -> USERS.chunk(0, users -> Mono.empty())).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.chunkById(-3, users -> Mono.empty())).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.each(0, user -> Mono.empty())).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.orderBy(NAME).chunkById(3, users -> Mono.empty()))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.inRandomOrder().chunk(3, users -> Mono.empty()))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
    }
}
