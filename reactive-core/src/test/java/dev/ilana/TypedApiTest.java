package dev.ilana;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes that a compiler must find, each beside the twin without it. */
class TypedApiTest {

    private static final String SOURCE = """
            import dev.ilana.Table;
            import dev.ilana.model.*;
            import dev.ilana.model.Collection;
            import dev.ilana.relation.*;
            import java.util.*;
            import reactor.core.publisher.*;

            class Uses {
                enum Kind { A, B }

                static class User extends Model<User> {
                    static final Table<User> USERS = Table.of("users", User::new);
                    static final Column<User, Long> ID = USERS.id();
                    static final Column<User, String> NAME = USERS.string("name").fillable();
                    static final Column<User, Integer> AGE = USERS.integer("age").nullable();
                    static final Column<User, Kind> KIND = USERS.enumeration("kind", Kind.class);
                    static final HasMany<User, Post> POSTS = USERS.hasMany("posts", () -> Post.USER_ID);
                    static final BelongsToMany<User, Tag> TAGS = USERS.belongsToMany("tags", "tag_user", () -> Tag.TAGS);
                    User() { super(USERS); }
                    static Scope<User> adults() { return q -> q.where(AGE.ge(18)); }
                }

                static class Post extends Model<Post> {
                    static final Table<Post> POSTS = Table.of("posts", Post::new);
                    static final Column<Post, Long> ID = POSTS.id();
                    static final Column<Post, Long> USER_ID = POSTS.foreignId("user_id");
                    static final Column<Post, String> TITLE = POSTS.string("title");
                    static final BelongsTo<Post, User> AUTHOR = POSTS.belongsTo("author", USER_ID, () -> User.USERS);
                    Post() { super(POSTS); }
                    static Scope<Post> live() { return q -> q.where(TITLE.ne("")); }
                }

                static class Tag extends Model<Tag> {
                    static final Table<Tag> TAGS = Table.of("tags", Tag::new);
                    static final Column<Tag, Long> ID = TAGS.id();
                    static final Column<Tag, String> OWNER_TYPE = TAGS.string("owner_type");
                    static final Column<Tag, Long> OWNER_ID = TAGS.foreignId("owner_id");
                    static final MorphTo<Tag> OWNER = TAGS.morphTo("owner", OWNER_TYPE, OWNER_ID, () -> List.of(User.USERS));
                    Tag() { super(TAGS); }
                }

                static Object use(User user, Post post) {
                    return %s;
                }
            }
            """;

    @ParameterizedTest(name = "{0} compiles and {1} does not")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            User.NAME.eq("x")                                     | User.NAME.eq(3)
            User.AGE.eq(3)                                        | User.AGE.eq("3")
            User.AGE.gt(3)                                        | User.AGE.gt(3L)
            User.ID.eq(3L)                                        | User.ID.eq(3)
            User.KIND.eq(Kind.A)                                  | User.KIND.eq("A")
            User.AGE.between(1, 2)                                | User.AGE.between(1, "2")
            User.AGE.in(1, 2)                                     | User.AGE.in(1, "2")
            User.AGE.in(List.of(1))                               | User.AGE.in(List.of("1"))
            User.AGE.notIn(List.of(1))                            | User.AGE.notIn(List.of("1"))
            User.NAME.eq("x").and(User.AGE.eq(3))                 | User.NAME.eq("x").and(Post.TITLE.eq("x"))
            User.NAME.eq("x").or(User.AGE.eq(3))                  | User.NAME.eq("x").or(Post.TITLE.eq("x"))
            User.USERS.where(User.NAME.eq("x"))                   | User.USERS.where(Post.TITLE.eq("x"))
            User.USERS.query().orWhere(User.NAME.eq("x"))         | User.USERS.query().orWhere(Post.TITLE.eq("x"))
            User.USERS.query().whereNot(User.NAME.eq("x"))        | User.USERS.query().whereNot(Post.TITLE.eq("x"))
            User.USERS.query().whereNull(User.AGE)                | User.USERS.query().whereNull(Post.TITLE)
            User.USERS.orderBy(User.NAME.asc())                   | User.USERS.orderBy(Post.TITLE.asc())
            User.USERS.with(User.POSTS)                           | User.USERS.with(Post.AUTHOR)
            User.USERS.with(User.POSTS, p -> p.with(Post.AUTHOR)) | User.USERS.with(User.POSTS, p -> p.with(User.TAGS))
            User.USERS.withCount(User.POSTS)                      | User.USERS.withCount(Post.AUTHOR)
            User.USERS.has(User.POSTS)                            | User.USERS.has(Post.AUTHOR)
            User.USERS.doesntHave(User.TAGS)                      | User.USERS.doesntHave(Post.AUTHOR)
            User.USERS.whereHas(User.POSTS, p -> p.where(Post.TITLE.eq("x"))) | User.USERS.whereHas(User.POSTS, p -> p.where(User.NAME.eq("x")))
            User.USERS.query().orHas(User.POSTS)                  | User.USERS.query().orHas(Post.AUTHOR)
            User.USERS.query().whereRelation(User.POSTS, Post.TITLE.eq("x")) | User.USERS.query().whereRelation(User.POSTS, User.NAME.eq("x"))
            User.USERS.query().withSum(User.POSTS, Post.ID)       | User.USERS.query().withSum(User.POSTS, User.AGE)
            User.USERS.query().withAvg(User.POSTS, Post.ID)       | User.USERS.query().withAvg(User.POSTS, Post.TITLE)
            User.USERS.query().withExists(User.TAGS)              | User.USERS.query().withExists(Post.AUTHOR)
            User.USERS.query().without(User.POSTS)                | User.USERS.query().without(Post.AUTHOR)
            User.USERS.with(User.POSTS, User.TAGS)                | User.USERS.with(User.POSTS, Post.AUTHOR)
            Post.POSTS.query().whereBelongsTo(Post.AUTHOR, user)  | Post.POSTS.query().whereBelongsTo(Post.AUTHOR, post)
            Post.POSTS.query().whereBelongsTo(Post.AUTHOR, user)  | User.USERS.query().whereBelongsTo(User.POSTS, post)
            Tag.TAGS.query().whereMorphedTo(Tag.OWNER, user)      | User.USERS.query().whereMorphedTo(Tag.OWNER, user)
            Tag.TAGS.query().with(Tag.OWNER)                      | Tag.TAGS.query().has(Tag.OWNER)
            Tag.TAGS.query().with(Tag.OWNER)                      | Tag.TAGS.query().withCount(Tag.OWNER)
            User.USERS.<Tag>morphMany("x", () -> Tag.OWNER)       | User.USERS.<Post>morphMany("x", () -> Tag.OWNER)
            User.USERS.hasManyThrough("x", User.POSTS, () -> Post.AUTHOR) | User.USERS.hasManyThrough("x", User.POSTS, () -> User.TAGS)
            User.TAGS.of(user).save(new Tag())                    | User.TAGS.of(user).save(post)
            User.TAGS.pivot(new Tag(), "x", String.class)         | User.TAGS.pivot(user, "x", String.class)
            Post.AUTHOR.dissociate(post)                          | Post.AUTHOR.dissociate(user)
            User.USERS.scope(User.adults())                       | User.USERS.scope(Post.live())
            User.USERS.query().sum(User.AGE)                      | User.USERS.query().sum(User.NAME)
            User.USERS.query().pluck(User.NAME)                   | User.USERS.query().pluck(Post.TITLE)
            user.set(User.NAME, "x")                              | user.set(User.NAME, 5)
            user.set(User.AGE, 5)                                 | user.set(User.AGE, 5L)
            user.set(User.NAME, "x")                              | user.set(Post.TITLE, "x")
            user.get(User.NAME)                                   | user.get(Post.TITLE)
            ((String) user.get(User.NAME))                        | ((Integer) user.get(User.NAME))
            user.get(User.POSTS).get(0).get(Post.TITLE)           | user.get(User.POSTS).get(0).get(User.NAME)
            user.get(User.TAGS)                                   | user.get(Post.AUTHOR)
            post.get(Post.AUTHOR).get(User.NAME)                  | post.get(Post.AUTHOR).get(Post.TITLE)
            user.isDirty(User.NAME)                               | user.isDirty(Post.TITLE)
            user.load(User.POSTS)                                 | user.load(Post.AUTHOR)
            User.POSTS.of(user)                                   | User.POSTS.of(post)
            User.POSTS.of(user).save(post)                        | User.POSTS.of(user).save(user)
            Post.AUTHOR.associate(post, user)                     | Post.AUTHOR.associate(post, post)
            Collection.make(user).groupBy(User.KIND)              | Collection.make(user).groupBy(Post.TITLE)
            Collection.make(user).where(User.AGE, 5)              | Collection.make(user).where(Post.TITLE, "x")
            Collection.make(user).sum(User.AGE)                   | Collection.make(user).sum(User.NAME)
            Collection.make(user).sortBy(User.AGE)                | Collection.make(user).sortBy(User.POSTS)
            Collection.make(user).flatten(User.POSTS)             | Collection.make(user).flatten(Post.AUTHOR)
            Collection.make(user).load(User.POSTS)                | Collection.make(user).load(Post.AUTHOR)
            ((String) Collection.make(user).pluck(User.NAME).get(0)) | ((Integer) Collection.make(user).pluck(User.NAME).get(0))
            user.makeHidden(User.NAME)                            | user.makeHidden(Post.TITLE)
            User.USERS.string("nick").defaultTo("x")              | User.USERS.string("nick").defaultTo(5)
            User.USERS.string("nick").mutate(String::trim)        | User.USERS.integer("nick").mutate(String::trim)
            User.USERS.hasMany("posts", () -> Post.USER_ID)       | User.USERS.hasMany("posts", () -> "user_id")
            Post.POSTS.belongsTo("x", Post.USER_ID, () -> User.USERS) | Post.POSTS.belongsTo("x", User.ID, () -> User.USERS)
            User.USERS.insertMany(Flux.just(user))                | User.USERS.insertMany(Flux.just(post))
            User.USERS.select(User.NAME)                          | User.USERS.select(Post.TITLE)
            User.USERS.select(User.NAME, User.AGE).as((String n, Integer a) -> n) | User.USERS.select(User.NAME, User.AGE).as((Integer n, Integer a) -> n)
            User.USERS.select(User.NAME, User.AGE).as((n, a) -> n.length() + a) | User.USERS.select(User.NAME, User.AGE).as((n, a) -> n.length() + a.length())
            User.ID.in(Post.POSTS.select(Post.USER_ID))           | User.ID.in(Post.POSTS.select(Post.TITLE))
            Post.USER_ID.eqOuter(User.ID)                         | Post.TITLE.eqOuter(User.ID)
            User.USERS.sum(User.AGE, Long.class)                  | User.USERS.sum(User.NAME, Long.class)
            User.USERS.groupBy(User.NAME).having(User.ID.count().gt(1L)) | User.USERS.groupBy(User.NAME).having(Post.ID.count().gt(1L))
            User.USERS.rowNumber().over(w -> w.orderBy(User.ID)).eq(1L) | User.USERS.rowNumber().over(w -> w.orderBy(User.ID)).eq("1")
            """)
    void onlyTheTwinWithoutTheMistakeCompiles(String right, String wrong) {
        assertThat(errorsOf(right)).as(right).isEmpty();
        // An error of its own line only: a twin that fails by a slip in this file would prove nothing.
        assertThat(errorsOf(wrong)).as(wrong).isNotEmpty().allMatch(error -> error.startsWith(LINE + ": "));
    }

    private static final long LINE =
            SOURCE.lines().takeWhile(line -> !line.contains("%s")).count() + 1;

    /** What the compiler says of the expression, each with its line. */
    private static List<String> errorsOf(String expression) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Uses.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return SOURCE.replace("%s", expression);
                    }
                };
        List<String> options = List.of(
                "-proc:none", "-Xlint:none", "-implicit:none", "-classpath", System.getProperty("java.class.path"));
        JavaCompiler.CompilationTask task =
                compiler.getTask(null, new Discarding(compiler), found, options, null, List.of(source));
        boolean compiled = task.call();
        List<String> errors = found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(error -> error.getLineNumber() + ": " + error.getMessage(Locale.ROOT))
                .collect(Collectors.toList());
        assertThat(compiled).isEqualTo(errors.isEmpty());
        return errors;
    }

    /** Writes classes nowhere. */
    private static final class Discarding extends javax.tools.ForwardingJavaFileManager<javax.tools.JavaFileManager> {

        Discarding(JavaCompiler compiler) {
            super(compiler.getStandardFileManager(null, Locale.ROOT, null));
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('$', '_') + ".class"), kind) {
                @Override
                public java.io.OutputStream openOutputStream() {
                    return java.io.OutputStream.nullOutputStream();
                }
            };
        }
    }
}
