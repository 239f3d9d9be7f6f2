package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.OrdersContract.read;
import static dev.ilana.testkit.contract.OrdersContract.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.testkit.contract.Order.Settings;
import dev.ilana.testkit.database.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A value that is changed where it stands, and not set again, is seen and written. */
public interface ChangeInPlaceContract extends OrdersContract {

    @Test
    @Feature({"5.1", "2.7"})
    default void aValueChangedInPlaceIsWrittenAndNothingElse(Runner run) {
        Order order = read(
                run,
                run.get(new Order()
                        .set(Order.SETTINGS, Settings.of("light"))
                        .set(Order.TAGS, new ArrayList<>(List.of("a")))
                        .set(Order.DATA, new byte[] {1, 2})
                        .set(Order.SECRET_SETTINGS, Settings.of("x"))
                        .save()));
        run.forgetStatements();

        order.get(Order.SETTINGS).theme = "dark";
        assertThat(order.getDirty()).containsOnlyKeys("settings");
        assertThat(Objects.requireNonNull(order.getOriginal(Order.SETTINGS)).theme)
                .isEqualTo("light");
        run.get(order.save());
        assertThat(run.statements())
                .singleElement()
                .asString()
                .contains("settings")
                .doesNotContain("tags");
        assertThat(read(run, order).get(Order.SETTINGS).theme).isEqualTo("dark");
        assertThat(order.isDirty()).isFalse();

        order.get(Order.TAGS).add("b");
        order.get(Order.DATA)[1] = 3;
        order.get(Order.SECRET_SETTINGS).sizes.add(7);
        assertThat(order.getDirty()).containsOnlyKeys("tags", "data", "secret_settings");
        run.get(order.save());
        Order again = read(run, order);
        assertThat(again.get(Order.TAGS)).containsExactly("a", "b");
        assertThat(again.get(Order.DATA)).containsExactly(1, 3);
        assertThat(again.get(Order.SECRET_SETTINGS).sizes).containsExactly(7);
        run.forgetStatements();
        run.get(again.save());
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature({"5.1", "2.7"})
    default void aValueThatWasGivenToTheModelIsWatchedAfterItWasStored(Runner run) {
        Settings mine = Settings.of("light");
        Order order = stored(run, Order.SETTINGS, mine);
        mine.theme = "dark";

        assertThat(order.isDirty(Order.SETTINGS)).isTrue();
        assertThat(read(run, run.get(order.save())).get(Order.SETTINGS).theme).isEqualTo("dark");
        mine.theme = "dim";
        assertThat(read(run, run.get(order.save())).get(Order.SETTINGS).theme).isEqualTo("dim");
    }

    @Test
    @Feature({"5.1", "2.5"})
    default void aDefaultIsNotSharedByModels(Runner run) {
        Order one = new Order();
        one.get(Order.SETTINGS).sizes.add(99);

        assertThat(new Order().get(Order.SETTINGS).sizes).containsExactly(12);
        assertThat(read(run, run.get(one.save())).get(Order.SETTINGS).sizes).containsExactly(12, 99);
        Order untouched = run.get(new Order().save());
        untouched.get(Order.SETTINGS).sizes.clear();
        assertThat(untouched.isDirty(Order.SETTINGS)).isTrue();
        assertThat(new Order().get(Order.SETTINGS).sizes).containsExactly(12);
    }

    @Test
    @Feature({"5.1", "14.1"})
    default void aChangeInPlaceIsDirtyAgainAfterARollback(Runner run) {
        Order order = stored(run, Order.TAGS, new ArrayList<>(List.of("a")));
        order.get(Order.TAGS).add("b");
        run.error(DB.transaction(
                () -> order.save().then(reactor.core.publisher.Mono.error(new IllegalStateException()))));

        assertThat(order.isDirty(Order.TAGS)).isTrue();
        assertThat(order.getOriginal(Order.TAGS)).containsExactly("a");
    }
}
