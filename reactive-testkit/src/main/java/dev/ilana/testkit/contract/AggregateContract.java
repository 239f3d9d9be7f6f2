package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.AggregateContract.Amount.AMOUNTS;
import static dev.ilana.testkit.contract.AggregateContract.Amount.APPROXIMATE;
import static dev.ilana.testkit.contract.AggregateContract.Amount.BIG;
import static dev.ilana.testkit.contract.AggregateContract.Amount.EXACT;
import static dev.ilana.testkit.contract.AggregateContract.Amount.ID;
import static dev.ilana.testkit.contract.AggregateContract.Amount.SINGLE;
import static dev.ilana.testkit.contract.AggregateContract.Amount.SMALL;
import static dev.ilana.testkit.contract.AggregateContract.Amount.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.model.Column;
import dev.ilana.model.Field;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** An aggregate is of a type that holds it, the same one on every database. */
public interface AggregateContract {

    /** A number of each kind. */
    final class Amount extends Model<Amount> {

        static final Table<Amount> AMOUNTS = Table.of("amounts", Amount::new);
        static final Column<Amount, Long> ID = AMOUNTS.id();
        static final Column<Amount, Short> SMALL = AMOUNTS.smallInteger("small");
        static final Column<Amount, Integer> WHOLE = AMOUNTS.integer("whole").nullable();
        static final Column<Amount, Long> BIG = AMOUNTS.bigInteger("big");
        static final Column<Amount, BigDecimal> EXACT = AMOUNTS.decimal("exact");
        static final Column<Amount, Double> APPROXIMATE = AMOUNTS.doublePrecision("approximate");
        static final Column<Amount, Float> SINGLE = AMOUNTS.real("single");

        Amount() {
            super(AMOUNTS);
        }

        static Amount of(int small, @Nullable Integer whole, long big, String exact, double approximate, float single) {
            return new Amount()
                    .set(SMALL, (short) small)
                    .set(WHOLE, whole)
                    .set(BIG, big)
                    .set(EXACT, new BigDecimal(exact))
                    .set(APPROXIMATE, approximate)
                    .set(SINGLE, single);
        }
    }

    /** Whose sums no column of theirs could hold. */
    @BeforeEach
    default void amounts(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.dropIfExists("amounts").then(schema.create("amounts", table -> {
            table.id();
            table.smallInteger("small");
            table.integer("whole").nullable();
            table.bigInteger("big");
            table.decimal("exact", 12, 2);
            table.doublePrecision("approximate");
            table.real("single");
        })));
        run.list(AMOUNTS.insertMany(Flux.just(
                Amount.of(Short.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, "9999999999.99", 1e10, 0.5f),
                Amount.of(Short.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, "0.02", 1 / 3d, 0.25f),
                Amount.of(2, 3, 1, "0.10", 1 / 3d, 4f),
                Amount.of(0, null, 0, "0.00", 0, 0))));
        run.forgetStatements();
    }

    /** The sum by each way there is to ask for it. */
    private static void sums(Runner run, Column<Amount, ? extends Number> column, String sum) {
        Query rows = DB.table("amounts");
        assertThat(run.get(AMOUNTS.sum(column))).as("typed, " + column).isEqualByComparingTo(sum);
        assertThat(run.get(rows.sum(column.name()))).as("by name, " + column).isEqualByComparingTo(sum);
        assertThat(run.get(AMOUNTS.query().sum(column.name())))
                .as("of models by name, " + column)
                .isEqualByComparingTo(sum);
        assertThat(run.get(AMOUNTS.select(column.sum()).first()))
                .as("selected, " + column)
                .isEqualByComparingTo(sum);
        assertThat(run.get(rows.select(Expr.sum(column.name()).as("sum")).value("sum", BigDecimal.class)))
                .as("selected by name, " + column)
                .isEqualByComparingTo(sum);
    }

    @Test
    @Feature("8.6")
    default void aSumIsExactHoweverGreat(Runner run) {
        sums(run, SMALL, "65536");
        sums(run, WHOLE, "4294967297");
        sums(run, BIG, "18446744073709551615");
        sums(run, EXACT, "10000000000.11");
        sums(run, SINGLE, "4.75");
    }

    @Test
    @Feature("8.6")
    default void aSumOfIntegersIsALongWhereThatIsSaid(Runner run) {
        assertThat(run.get(AMOUNTS.sum(SMALL, Long.class))).isEqualTo(65536L);
        assertThat(run.get(AMOUNTS.sum(WHOLE, Long.class))).isEqualTo(4294967297L);
        assertThat(run.get(DB.table("amounts").sum("whole", Long.class))).isEqualTo(4294967297L);
        assertThat(run.get(AMOUNTS.select(WHOLE.sum(Long.class)).first())).isEqualTo(4294967297L);
        assertThat(run.get(AMOUNTS.groupBy(SMALL)
                        .having(WHOLE.sum(Long.class).gt(4_000_000_000L))
                        .select(SMALL, WHOLE.sum(Long.class))
                        .as((small, sum) -> small + " " + sum)
                        .sole()))
                .isEqualTo("32767 4294967294");
        assertThat(run.list(AMOUNTS.orderBy(ID)
                        .select(WHOLE.sum(Long.class).over(w -> w.orderBy(ID)))
                        .get()))
                .containsExactly(2147483647L, 4294967294L, 4294967297L, 4294967297L);
    }

    @Test
    @Feature("8.6")
    default void aSumThatDoesNotFitIsAnError(Runner run) {
        assertThat(run.error(AMOUNTS.sum(WHOLE, Integer.class))).isInstanceOf(TypeMismatchException.class);
        assertThat(run.error(AMOUNTS.sum(BIG, Long.class))).isInstanceOf(TypeMismatchException.class);
        assertThat(run.error(AMOUNTS.sum(EXACT, Long.class))).isInstanceOf(TypeMismatchException.class);
        assertThat(run.error(DB.table("amounts").sum("big", Long.class))).isInstanceOf(TypeMismatchException.class);
        assertThat(run.error(AMOUNTS.select(BIG.sum(Long.class)).first())).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    @Feature("8.6")
    default void aSumOfApproximateNumbersIsADoubleWhereThatIsSaid(Runner run) {
        double sum = 1e10 + 1 / 3d + 1 / 3d;
        assertThat(run.get(AMOUNTS.sum(APPROXIMATE)).doubleValue()).isCloseTo(sum, within(1e-4));
        assertThat(run.get(AMOUNTS.sum(APPROXIMATE, Double.class))).isCloseTo(sum, within(1e-4));
        assertThat(run.get(DB.table("amounts").sum("approximate", Double.class)))
                .isCloseTo(sum, within(1e-4));
        assertThat(run.get(AMOUNTS.select(APPROXIMATE.sum(Double.class)).first()))
                .isCloseTo(sum, within(1e-4));
        assertThat(run.get(AMOUNTS.sum(SINGLE, Double.class))).isEqualTo(4.75);
    }

    @Test
    @Feature("8.6")
    default void anAverageIsADecimalThatIsNotCutToWholeNumbers(Runner run) {
        BigDecimal third = new BigDecimal("21845.3333");
        ModelQuery<Amount> three = AMOUNTS.where(ID.le(3L));
        for (Field<Amount, ? extends Number> field : List.of(SMALL, SMALL.plus((short) 0))) {
            assertThat(run.get(three.avg(field))).isCloseTo(third, within(new BigDecimal("0.0001")));
        }
        assertThat(run.get(DB.table("amounts").where("id", "<=", 3).avg("small")))
                .isCloseTo(third, within(new BigDecimal("0.0001")));
        assertThat(run.get(three.select(SMALL.avg()).first())).isCloseTo(third, within(new BigDecimal("0.0001")));
        assertThat(run.get(AMOUNTS.avg(BIG)))
                .as("PostgreSQL has 16 digits at least, and these are 19")
                .isCloseTo(new BigDecimal("4611686018427387903.75"), within(new BigDecimal("0.25")));
        assertThat(run.get(AMOUNTS.avg(EXACT)))
                .isCloseTo(new BigDecimal("2500000000.0275"), within(new BigDecimal("0.0001")));
        assertThat(run.get(AMOUNTS.avg(WHOLE)).doubleValue())
                .as("a null is not counted")
                .isCloseTo(4294967297d / 3, within(0.001));
        assertThat(run.get(AMOUNTS.avg(APPROXIMATE)).doubleValue()).isCloseTo((1e10 + 2 / 3d) / 4, within(1e-4));
    }

    @Test
    @Feature("8.6")
    default void theLeastAndTheGreatestAreOfTheColumnsType(Runner run) {
        assertThat(run.get(AMOUNTS.max(SMALL))).isEqualTo(Short.MAX_VALUE);
        assertThat(run.get(AMOUNTS.max(WHOLE))).isEqualTo(Integer.MAX_VALUE);
        assertThat(run.get(AMOUNTS.max(BIG))).isEqualTo(Long.MAX_VALUE);
        assertThat(run.get(AMOUNTS.min(EXACT))).isEqualByComparingTo("0.00");
        assertThat(run.get(AMOUNTS.max(EXACT))).isEqualTo(new BigDecimal("9999999999.99"));
        assertThat(run.get(AMOUNTS.max(APPROXIMATE))).isEqualTo(1e10);
        assertThat(run.get(AMOUNTS.max(SINGLE))).isEqualTo(4f);
        assertThat(run.get(AMOUNTS.select(WHOLE.max()).first())).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    @Feature("8.6")
    default void ofNoRowsASumIsZeroAndTheOthersAreNotThere(Runner run) {
        ModelQuery<Amount> none = AMOUNTS.where(ID.lt(0L));
        assertThat(run.get(none.sum(BIG))).isZero();
        assertThat(run.get(none.sum(BIG, Long.class))).isZero();
        assertThat(run.get(none.sum(APPROXIMATE, Double.class))).isZero();
        assertThat(run.get(none.count())).isZero();
        assertThat(run.value(none.avg(BIG))).isNull();
        assertThat(run.value(none.min(BIG))).isNull();
        assertThat(run.value(none.max(BIG))).isNull();
        Query noRows = DB.table("amounts").where("id", "<", 0);
        assertThat(run.get(noRows.sum("big"))).isZero();
        assertThat(run.get(noRows.count("big"))).isZero();
        assertThat(run.value(noRows.avg("big"))).isNull();
        assertThat(run.value(noRows.max("big"))).isNull();
    }
}
