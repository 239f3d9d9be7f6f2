package dev.ilana.model;

import dev.ilana.Table;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOne;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Select;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The models that these tests are about. */
final class Shop {

    private Shop() {}

    enum Kind {
        MEMBER,
        ADMIN
    }

    record Prefs(boolean dark, int size) {}

    static final class User extends Model<User> {
        static final Table<User> USERS =
                Table.of("users", User::new).timestamps().softDeletes();
        static final Column<User, Long> ID = USERS.id();
        static final Column<User, String> NAME = USERS.string("name").fillable();
        static final Column<User, String> EMAIL =
                USERS.string("email").fillable().unique().mutate(email -> email.toLowerCase(Locale.ROOT));
        static final Column<User, String> PASSWORD = USERS.string("password").hidden();
        static final Column<User, Integer> AGE = USERS.integer("age").nullable().fillable();
        static final Column<User, Boolean> ACTIVE = USERS.bool("active").defaultTo(true);
        static final Column<User, Kind> KIND =
                USERS.enumeration("kind", Kind.class).fillable().defaultTo(Kind.MEMBER);
        static final Column<User, Prefs> PREFS =
                USERS.json("prefs", Prefs.class).nullable();
        static final HasMany<User, Post> POSTS = USERS.hasMany("posts", () -> Post.USER_ID);
        static final HasOne<User, Post> PINNED = USERS.hasOne("pinned", () -> Post.USER_ID);
        static final BelongsToMany<User, Tag> TAGS = USERS.belongsToMany("tags", "tag_user", () -> Tag.TAGS);

        User() {
            super(USERS);
        }
    }

    static final class Post extends Model<Post> {
        static final Table<Post> POSTS = Table.of("posts", Post::new);
        static final Column<Post, Long> ID = POSTS.id();
        static final Column<Post, Long> USER_ID = POSTS.foreignId("user_id").nullable();
        static final Column<Post, String> TITLE = POSTS.string("title").fillable();
        static final Column<Post, BigDecimal> PRICE = POSTS.decimal("price").nullable();
        static final Column<Post, LocalDate> DAY = POSTS.date("day").nullable();
        static final Column<Post, UUID> TOKEN = POSTS.uuid("token").nullable();
        static final Column<Post, byte[]> DATA = POSTS.binary("data").nullable();
        static final Column<Post, Instant> SEEN_AT = POSTS.timestamp("seen_at").nullable();
        static final BelongsTo<Post, User> AUTHOR = POSTS.belongsTo("author", USER_ID, () -> User.USERS);

        Post() {
            super(POSTS);
        }
    }

    static final class Tag extends Model<Tag> {
        static final Table<Tag> TAGS = Table.of("tags", Tag::new);
        static final Column<Tag, Long> ID = TAGS.id();
        static final Column<Tag, String> NAME = TAGS.string("name").fillable();

        Tag() {
            super(TAGS);
        }
    }

    /** The statement that the query would send. */
    static Select statement(ModelQuery<?> query) {
        return query.statement();
    }

    static @Nullable Criterion where(ModelQuery<?> query) {
        return query.statement().where();
    }
}
