package dev.ilana.examples.quickstart;

import static dev.ilana.examples.quickstart.Comment.COMMENTS;
import static dev.ilana.examples.quickstart.Post.POSTS;
import static dev.ilana.examples.quickstart.User.USERS;

import dev.ilana.connection.Database;
import dev.ilana.examples.quickstart.migration.M20261121_090000_CreateUsersTable;
import dev.ilana.examples.quickstart.migration.M20261121_090100_CreatePostsTable;
import dev.ilana.examples.quickstart.migration.M20261121_090200_CreateCommentsTable;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.Rollback;
import java.util.List;
import java.util.Random;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A blog of so many rows. What is in it looks random, and is the same each time. */
record Blog(int users, int posts, int comments) {

    static final Blog OF_REAL_SIZE = new Blog(1_000, 10_000, 30_000);

    private static final List<Migration> MIGRATIONS = List.of(
            new M20261121_090000_CreateUsersTable(),
            new M20261121_090100_CreatePostsTable(),
            new M20261121_090200_CreateCommentsTable());

    private static final String[] FIRST_NAMES = {"Ada", "Bola", "Chidi", "Dayo", "Efe", "Funmi", "Gozie", "Halima"};
    private static final String[] LAST_NAMES = {"Adeyemi", "Balogun", "Chukwu", "Danjuma", "Eze", "Okafor", "Sule"};
    private static final String[] VERBS = {"Naming", "Testing", "Shipping", "Mending", "Measuring", "Deleting"};
    private static final String[] NOUNS = {"Queues", "Caches", "Locks", "Streams", "Indexes", "Promises", "Clocks"};
    private static final String[] REMARKS = {"So true.", "I measured it: no.", "Thank you!", "And on Fridays?"};

    /**
     * Its tables, new and empty. Those of an earlier run go first; the history is a table of its own, so whatever else is
     * in the database is left alone.
     */
    static Flux<MigrationEvent> migrate(Database database) {
        Migrator migrator =
                Migrator.of(database, MIGRATIONS).with(MigratorSettings.DEFAULT.withTable("quickstart_migrations"));
        return Flux.concat(migrator.rollback(Rollback.steps(MIGRATIONS.size())), migrator.migrate());
    }

    /** Fills the tables, many rows a statement: the keys that a batch was given go into the next table's rows. */
    Mono<Void> seed() {
        return Mono.defer(() -> {
            Random random = new Random(20261121);
            return USERS.insertMany(Flux.range(1, users).map(n -> user(n, random)))
                    .collectList()
                    .flatMapMany(
                            authors -> POSTS.insertMany(Flux.range(1, posts).map(n -> post(authors, random))))
                    .collectList()
                    .flatMapMany(
                            all -> COMMENTS.insertMany(Flux.range(1, comments).map(n -> comment(all, random))))
                    .then();
        });
    }

    private static User user(int number, Random random) {
        String name = any(FIRST_NAMES, random) + " " + any(LAST_NAMES, random);
        return new User()
                .name(name)
                .email(name.replace(' ', '.') + number + "@example.org")
                .karma(random.nextInt(200));
    }

    private static Post post(List<User> authors, Random random) {
        return Post.by(authors.get(random.nextInt(authors.size())))
                .title(any(VERBS, random) + " " + any(NOUNS, random))
                .published(random.nextInt(10) > 0)
                .views(random.nextInt(10_000));
    }

    private static Comment comment(List<Post> posts, Random random) {
        return Comment.on(posts.get(random.nextInt(posts.size()))).body(any(REMARKS, random));
    }

    private static String any(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }
}
