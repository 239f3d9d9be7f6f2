package dev.ilana.examples.benchmark.models;

import dev.ilana.Table;
import dev.ilana.examples.benchmark.work.GrowingWork;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** A user of many relations, which are all to the same posts. */
public final class WideUser extends Model<WideUser> {

    public static final Table<WideUser> WIDE_USERS =
            Table.of("users", WideUser::new).timestamps();

    public static final Column<WideUser, Long> ID = WIDE_USERS.id();
    public static final Column<WideUser, String> NAME = WIDE_USERS.string("name");
    public static final Column<WideUser, String> EMAIL = WIDE_USERS.string("email");
    public static final Column<WideUser, Integer> AGE = WIDE_USERS.integer("age");
    public static final Column<WideUser, Boolean> ACTIVE = WIDE_USERS.bool("active");
    public static final Column<WideUser, BigDecimal> BALANCE = WIDE_USERS.decimal("balance");

    public static final List<HasMany<WideUser, Post>> RELATIONS = IntStream.rangeClosed(1, GrowingWork.RELATIONS)
            .mapToObj(number -> WIDE_USERS.hasMany("posts" + number, () -> Post.USER_ID))
            .toList();

    public WideUser() {
        super(WIDE_USERS);
    }
}
