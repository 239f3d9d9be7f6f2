package dev.ilana.examples.quickstart;

import static dev.ilana.examples.quickstart.Comment.COMMENTS;
import static dev.ilana.examples.quickstart.Post.POSTS;
import static dev.ilana.examples.quickstart.User.USERS;

import dev.ilana.connection.Database;
import dev.ilana.error.IlanaException;
import dev.ilana.query.Page;
import dev.ilana.schema.migrate.MigrationEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the library does, step by step, on a blog of a real size. */
public final class Quickstart {

    private static final String IN_MEMORY = "h2:mem:quickstart";
    private static final int WINDOW = 1_000;

    private final Database database;
    private final Blog blog;
    private final Printer print;
    private final AtomicInteger statements = new AtomicInteger();

    Quickstart(String url, Blog blog, Printer print) {
        this.database = Database.builder(url)
                .withListener(query -> statements.incrementAndGet())
                .build();
        this.blog = blog;
        this.print = print;
    }

    /** The one argument is the URL of a PostgreSQL or MariaDB database; without it, H2 runs in this JVM. */
    public static void main(String[] args) {
        String url = args.length == 0 || args[0].isBlank() ? IN_MEMORY : args[0];
        try {
            new Quickstart(url, Blog.OF_REAL_SIZE, new Printer(System.out))
                    .run()
                    .block();
        } catch (IlanaException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** All steps; nothing happens before somebody subscribes, as {@code main} does. */
    Mono<Void> run() {
        return closing(
                Flux.concat(title(), migrate(), seed(), eagerLoading(), page(), aggregates(), deadlock(), stream()));
    }

    /** The work on this database, which is closed in the end, however that comes. */
    Mono<Void> closing(Publisher<?> work) {
        return Mono.usingWhen(
                Mono.just(database), db -> Flux.from(work).then().contextWrite(db.use()), Database::close);
    }

    private Mono<Void> title() {
        return Mono.fromRunnable(() ->
                print.title("A blog on %s, in a JVM with %,d MiB of heap", database.dialect(), HeapWatch.limit()));
    }

    Mono<Long> migrate() {
        return step("Migrate")
                .thenMany(Blog.migrate(database))
                .ofType(MigrationEvent.Finished.class)
                .doOnNext(done -> print.line("%-4s %s", done.direction(), done.migration()))
                .count()
                .doOnNext(count -> print.result("%d migrations run", count));
    }

    Mono<Integer> seed() {
        return step("Insert a blog")
                .then(blog.seed())
                .then(Mono.fromSupplier(statements::get))
                .doOnNext(sent -> print.result(
                        "%,d users, %,d posts, %,d comments in %,d statements",
                        blog.users(), blog.posts(), blog.comments(), sent));
    }

    /** The three best posts of each author, and what was said of them: one statement for each level. */
    Mono<Integer> eagerLoading() {
        return step("Users with their three best posts, and those with their comments")
                .thenMany(USERS.where(User.NAME.like("Ada %").or(User.NAME.like("Bola %")))
                        .scope(User.trusted())
                        .whereHas(User.POSTS, posts -> posts.where(Post.VIEWS.gt(9_900)))
                        .with(
                                User.POSTS,
                                posts -> posts.scope(Post.published())
                                        .orderBy(Post.VIEWS.desc())
                                        .limit(3)
                                        .with(Post.COMMENTS))
                        .orderBy(User.KARMA.desc())
                        .limit(5)
                        .get())
                .doOnNext(user ->
                        print.line("%-14s karma %3d   %s", user.name(), user.karma(), titles(user.loadedPosts())))
                .then(Mono.fromSupplier(statements::get))
                .doOnNext(sent -> print.result("%d statements", sent));
    }

    private static String titles(List<Post> posts) {
        return String.join(
                ", ",
                posts.stream()
                        .map(post -> post.title() + " (" + post.loadedComments().size() + ")")
                        .toList());
    }

    Mono<Page<Post>> page() {
        return step("The second page of the most read posts")
                .then(POSTS.scope(Post.published())
                        .with(Post.AUTHOR)
                        .withCount(Post.COMMENTS)
                        .orderBy(Post.VIEWS.desc())
                        .orderBy(Post.ID.asc())
                        .paginate(2, 5))
                .doOnNext(page -> page.data()
                        .forEach(post -> print.line(
                                "%-20s views %,6d   comments %d   by %s",
                                post.title(),
                                post.views(),
                                post.countOf(Post.COMMENTS),
                                post.author().name())))
                .doOnNext(page -> print.result(
                        "page %d of %,d, posts %d to %d of %,d, %d statements",
                        page.currentPage(), page.lastPage(), page.from(), page.to(), page.total(), statements.get()));
    }

    Mono<Long> aggregates() {
        return step("Aggregates")
                .then(Mono.zip(
                        POSTS.sum(Post.VIEWS),
                        POSTS.avg(Post.VIEWS),
                        POSTS.max(Post.VIEWS),
                        POSTS.doesntHave(Post.COMMENTS).count()))
                .map(found -> {
                    print.line("%,11.0f views of all posts", found.getT1());
                    print.line("%,11.1f views of a post on average", found.getT2());
                    print.line("%,11d views at most", found.getT3());
                    print.line("%,11d posts without a comment", found.getT4());
                    print.result("%d statements at once", statements.get());
                    return found.getT4();
                });
    }

    /** Two transactions in each other's way: the database ends one of them, and it is run again. */
    Mono<Integer> deadlock() {
        return step("Two transactions that deadlock")
                .then(USERS.orderBy(User.ID.asc()).limit(2).get().collectList())
                .flatMapMany(users -> Transfer.crosswise(users.get(0), users.get(1)))
                .doOnNext(done -> print.line("%s: committed at attempt %d", done, done.tries()))
                .reduce(0, (sum, done) -> sum + done.tries())
                .zipWhen(attempts -> USERS.sum(User.KARMA))
                .map(both -> {
                    print.result("%d attempts, karma of all users still %,.0f", both.getT1(), both.getT2());
                    return both.getT1();
                });
    }

    Mono<Long> stream() {
        return step("Every comment with its post and the post's author, in windows of " + WINDOW)
                .then(Mono.defer(() -> {
                    HeapWatch heap = HeapWatch.lookingEach(7_500);
                    return everyComment()
                            .doOnNext(heap::pass)
                            .count()
                            .doOnNext(count -> print.result(
                                    "%,d comments in %d statements, at most %.1f MiB of heap",
                                    count, statements.get(), heap.most()));
                }));
    }

    static Flux<Comment> everyComment() {
        return COMMENTS.with(Comment.POST, posts -> posts.with(Post.AUTHOR)).lazyById(WINDOW);
    }

    private Mono<Void> step(String heading) {
        return Mono.fromRunnable(() -> {
            print.heading(heading);
            statements.set(0);
        });
    }
}
