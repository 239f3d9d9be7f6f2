package dev.ilana.examples.benchmark;

import static dev.ilana.examples.benchmark.models.NewPost.NEW_POSTS;
import static dev.ilana.examples.benchmark.models.NewUser.NEW_USERS;

import dev.ilana.examples.benchmark.models.NewPost;
import dev.ilana.examples.benchmark.models.NewUser;
import dev.ilana.testkit.factory.Factory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;

/** Users with posts made by factories, stored by one {@code create()} after the other, and in batches. */
final class Factories {

    /** The least number of users a second in batches, as a ratio to one after the other, each on disk. */
    static final double GOAL = 20;

    private static final int POSTS_OF_A_USER = 3;
    private static final int BATCH = 500;

    private static final Factory<NewPost> POST = Factory.of(
            NEW_POSTS,
            fake -> new NewPost()
                    .set(NewPost.TITLE, fake.book().title())
                    .set(NewPost.VIEWS, fake.number().numberBetween(0, 1_000)));

    private static final Factory<NewUser> USER = Factory.of(
                    NEW_USERS,
                    fake -> new NewUser()
                            .set(NewUser.NAME, fake.name().fullName())
                            .set(NewUser.EMAIL, "user" + fake.sequence() + "@example.org")
                            .set(NewUser.AGE, fake.number().numberBetween(18, 80))
                            .set(NewUser.ACTIVE, fake.bool().bool())
                            .set(NewUser.BALANCE, BigDecimal.ONE))
            .has(POST.times(POSTS_OF_A_USER), NewUser.POSTS);

    private Factories() {}

    /** Blocks. */
    static Rounds run(Scale scale, Runnable before) {
        List<Sample> oneByOne = new ArrayList<>();
        List<Sample> inBatches = new ArrayList<>();
        for (int i = 0; i < scale.warmUps() + scale.rounds(); i++) {
            before.run();
            Sample first =
                    Sample.of(() -> require(scale, Flux.range(0, scale.made()).concatMap(unused -> USER.create())));
            before.run();
            Sample second =
                    Sample.of(() -> require(scale, USER.times(scale.made()).createInBatches(BATCH)));
            if (i >= scale.warmUps()) {
                oneByOne.add(first);
                inBatches.add(second);
            }
        }
        return new Rounds(scale.made() + " users, " + POSTS_OF_A_USER + " posts", oneByOne, inBatches);
    }

    private static long require(Scale scale, Flux<NewUser> users) {
        long created = users.count().blockOptional().orElse(0L);
        if (created != scale.made()) {
            throw new IllegalStateException("the factory gave " + created + " users of " + scale.made());
        }
        return created;
    }
}
