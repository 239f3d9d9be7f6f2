package dev.ilana.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.Table;
import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.model.Shop.Kind;
import dev.ilana.model.Shop.Post;
import dev.ilana.model.Shop.Prefs;
import dev.ilana.model.Shop.User;
import dev.ilana.relation.HasMany;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion.Between;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Operator;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {

    private static final ColumnRef AGE = new ColumnRef("users", "age");

    static final class Late extends Model<Late> {
        Late(Table<Late> table) {
            super(table);
        }
    }

    /** A table that nobody else uses. */
    private static Table<Late> table() {
        AtomicReference<Table<Late>> self = new AtomicReference<>();
        Table<Late> table = Table.of("lates", () -> new Late(Objects.requireNonNull(self.get())));
        self.set(table);
        return table;
    }

    // Declaration

    @Test
    void aColumnIsDeclaredOnlyBeforeItsTableIsInUse() {
        Table<Late> table = table();
        Column<Late, Long> id = table.id();
        assertThat(table.make().table()).isSameAs(table);
        assertThatThrownBy(() -> table.string("name"))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage(
                        "table lates is in use already; declare its columns and relations as constants of its model");
        assertThatThrownBy(id::nullable).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(id::fillable).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(id::hidden).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(id::unique).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> id.defaultTo(1L)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> id.mutate(value -> value)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(table::timestamps).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(table::softDeletes).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> table.hasMany("posts", () -> Post.USER_ID)).isInstanceOf(InvalidUsageException.class);
        assertThat(id.isNullable()).isFalse();
        assertThat(table.columns()).containsExactly(id);
    }

    @Test
    void aColumnIsDeclaredOnce() {
        Table<Late> table = table();
        Column<Late, String> name = table.string("name");
        assertThatThrownBy(() -> table.integer("name"))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("column lates.name is declared twice");
        assertThat(table.columns()).containsExactly(name);
    }

    @Test
    void aTableHasOneKey() {
        Table<Late> table = table();
        Column<Late, Long> first = table.id("first");
        assertThat(first.name()).isEqualTo("first");
        assertThatThrownBy(() -> table.id("second")).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void aRelationIsDeclaredOnceAndByAName() {
        Table<Late> table = table();
        HasMany<Late, Post> posts = table.hasMany("posts", () -> Post.USER_ID);
        assertThatThrownBy(() -> table.hasOne("posts", () -> Post.USER_ID))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("relation lates.posts is declared twice");
        assertThatThrownBy(() -> table.hasMany("two words", () -> Post.USER_ID))
                .isInstanceOf(InvalidNameException.class);
        assertThat(table.relation("posts")).isSameAs(posts);
    }

    @Test
    void aTableAndAColumnHaveNames() {
        assertThatThrownBy(() -> Table.of("la tes", () -> new Late(table()))).isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> table().string("na\"me")).isInstanceOf(InvalidNameException.class);
    }

    @Test
    void theKeyComesFirstAndTheTablesOwnTimesLast() {
        Table<Late> table = table().timestamps().softDeletes();
        Column<Late, String> name = table.string("name");
        Column<Late, Long> id = table.id();
        assertThat(table.columns()).containsExactly(id, name, table.createdAt(), table.updatedAt(), table.deletedAt());
    }

    @Test
    void whatATableWasNotDeclaredWithIsRefusedByName() {
        Table<Late> table = table();
        assertThatThrownBy(table::key).hasMessage("table lates has no key; declare one with id()");
        assertThatThrownBy(table::createdAt).hasMessage("table lates was not declared with timestamps()");
        assertThatThrownBy(table::deletedAt).hasMessage("table lates was not declared with softDeletes()");
    }

    // Conditions

    @Test
    void aComparisonIsOfTheQualifiedColumnAndATypedValue() {
        Value eighteen = new Value(18, SqlType.INTEGER);
        assertThat(User.AGE.eq(18).criterion()).isEqualTo(new Comparison(AGE, Operator.EQ, eighteen));
        assertThat(User.AGE.ne(18).criterion()).isEqualTo(new Comparison(AGE, Operator.NE, eighteen));
        assertThat(User.AGE.lt(18).criterion()).isEqualTo(new Comparison(AGE, Operator.LT, eighteen));
        assertThat(User.AGE.le(18).criterion()).isEqualTo(new Comparison(AGE, Operator.LE, eighteen));
        assertThat(User.AGE.gt(18).criterion()).isEqualTo(new Comparison(AGE, Operator.GT, eighteen));
        assertThat(User.AGE.ge(18).criterion()).isEqualTo(new Comparison(AGE, Operator.GE, eighteen));
        assertThat(User.AGE.between(1, 18).criterion())
                .isEqualTo(new Between(AGE, new Value(1, SqlType.INTEGER), eighteen, false));
        assertThat(User.AGE.notBetween(1, 18).criterion())
                .isEqualTo(new Between(AGE, new Value(1, SqlType.INTEGER), eighteen, true));
        assertThat(User.AGE.in(18).criterion()).isEqualTo(new In(AGE, List.of(eighteen), false));
        assertThat(User.AGE.notIn(List.of(18)).criterion()).isEqualTo(new In(AGE, List.of(eighteen), true));
        assertThat(User.AGE.isNull().criterion()).isEqualTo(new IsNull(AGE, false));
        assertThat(User.AGE.isNotNull().criterion()).isEqualTo(new IsNull(AGE, true));
    }

    @Test
    void aCastColumnComparesWithWhatIsStored() {
        assertThat(User.KIND.eq(Kind.ADMIN).criterion())
                .isEqualTo(new Comparison(
                        new ColumnRef("users", "kind"), Operator.EQ, new Value("ADMIN", SqlType.STRING)));
        assertThat(User.PREFS.eq(new Prefs(true, 2)).criterion())
                .isEqualTo(new Comparison(
                        new ColumnRef("users", "prefs"),
                        Operator.EQ,
                        new Value("{\"dark\":true,\"size\":2}", SqlType.JSON)));
    }

    @Test
    void onlyABooleanColumnIsTrueOrFalse() {
        ColumnRef active = new ColumnRef("users", "active");
        assertThat(User.ACTIVE.isTrue().criterion())
                .isEqualTo(new Comparison(active, Operator.EQ, new Value(true, SqlType.BOOLEAN)));
        assertThat(User.ACTIVE.isFalse().criterion())
                .isEqualTo(new Comparison(active, Operator.EQ, new Value(false, SqlType.BOOLEAN)));
        assertThatThrownBy(User.NAME::isTrue)
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("users.name is no boolean column; compare it with eq(...)");
        assertThatThrownBy(User.KIND::isFalse).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void onlyAColumnOfTextIsLikeAPattern() {
        assertThat(User.NAME.like("A%").criterion())
                .isEqualTo(
                        new Comparison(new ColumnRef("users", "name"), Operator.LIKE, new Value("A%", SqlType.STRING)));
        assertThat(User.NAME.notLike("A%").criterion())
                .isEqualTo(new Comparison(
                        new ColumnRef("users", "name"), Operator.NOT_LIKE, new Value("A%", SqlType.STRING)));
        assertThatThrownBy(() -> User.AGE.like("1%"))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageContaining("like on users.age");
    }

    @Test
    @SuppressWarnings("NullAway") // the misuse that is tested
    void aComparisonWithNullIsRefusedWithTheWordForIt() {
        assertThatThrownBy(() -> User.AGE.eq((Integer) null))
                .isInstanceOf(NullNotAllowedException.class)
                .hasMessage("users.age = null is never true; use isNull() or isNotNull()");
        assertThatThrownBy(() -> User.AGE.ge((Integer) null)).isInstanceOf(NullNotAllowedException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // the misuse that is tested
    void aBoundOfNullIsRefusedToo() {
        assertThatThrownBy(() -> User.AGE.between(null, 3)).isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> User.AGE.notBetween(1, null)).isInstanceOf(NullNotAllowedException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // the misuse that is tested
    void aNullInAListIsRefusedWithTheWordForIt() {
        assertThatThrownBy(() -> User.AGE.in(Arrays.asList(1, null)))
                .isInstanceOf(NullNotAllowedException.class)
                .hasMessage("a null in a list for users.age matches nothing; add or(isNull())");
        assertThatThrownBy(() -> User.AGE.notIn(Arrays.asList(1, null))).isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> User.USERS.query().whereIn("age", Arrays.asList(1, null)))
                .isInstanceOf(NullNotAllowedException.class)
                .hasMessageContaining("orWhereNull(\"age\")");
    }

    @Test
    void aListIsCopiedWhenTheConditionIsMade() {
        List<Integer> ages = new ArrayList<>(List.of(1));
        Condition<User> condition = User.AGE.in(ages);
        ages.add(2);
        assertThat(((In) condition.criterion()).values()).hasSize(1);
    }

    // Values by name

    @ParameterizedTest
    @CsvSource({"age, INTEGER", "id, BIGINT"})
    void aNumberOfAnotherClassIsTakenWhereNothingIsLost(String column, SqlType type) {
        Object expected = type == SqlType.INTEGER ? (Object) 18 : (Object) 18L;
        for (Object given : List.of(18, 18L, (short) 18, 18.0, new BigDecimal("18.00"))) {
            assertThat(Shop.where(User.USERS.query().withTrashed().where(column, given)))
                    .isEqualTo(new Comparison(new ColumnRef("users", column), Operator.EQ, new Value(expected, type)));
        }
    }

    @Test
    void aValueOfTheWrongTypeIsRefusedAtOnceByNameAndWithoutTheValue() {
        for (Object wrong : List.of("c4nary", 1.5, 3_000_000_000L, true, List.of(1), java.util.Map.of("a", 1))) {
            assertThatThrownBy(() -> User.USERS.query().where("age", wrong))
                    .isInstanceOf(TypeMismatchException.class)
                    .hasMessageStartingWith("users.age takes java.lang.Integer, not ")
                    .hasMessageNotContaining("c4nary");
        }
        assertThatThrownBy(() -> User.USERS.query().where("name", 5)).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> User.USERS.query().whereIn("age", List.of("a")))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> User.USERS.query().whereBetween("age", 1, "b"))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> new User().setAttribute("age", "c4nary")).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void textIsTakenForAnEnumATokenAndATime() {
        assertThat(User.KIND.accept("ADMIN")).isEqualTo(Kind.ADMIN);
        assertThat(Post.TOKEN.accept("00000000-0000-4000-8000-000000000001"))
                .isEqualTo(UUID.fromString("00000000-0000-4000-8000-000000000001"));
        assertThat(Post.SEEN_AT.accept("2026-11-21T12:00:00Z")).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
        assertThatThrownBy(() -> User.KIND.accept("KING"))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageContaining("MEMBER")
                .hasMessageContaining("ADMIN");
        assertThatThrownBy(() -> Post.TOKEN.accept("no token")).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> Post.SEEN_AT.accept("yesterday")).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void aNullByNameIsTakenOnlyByAColumnThatTakesOne() {
        assertThat(User.AGE.accept(null)).isNull();
        assertThatThrownBy(() -> User.NAME.accept(null))
                .isInstanceOf(NullNotAllowedException.class)
                .hasMessage("users.name takes no null; declare the column nullable() if it may have one");
    }
}
