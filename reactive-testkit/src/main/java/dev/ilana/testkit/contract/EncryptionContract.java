package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.OrdersContract.nulls;
import static dev.ilana.testkit.contract.OrdersContract.read;
import static dev.ilana.testkit.contract.OrdersContract.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.cast.EncryptionKeys;
import dev.ilana.error.DecryptionException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is encrypted is nowhere in the plain, and is read with the keys that there are, or not at all. */
public interface EncryptionContract extends OrdersContract {

    @Test
    @Feature("5.2")
    default void whatIsEncryptedIsReadAgainAndNowhereInThePlain(Runner run) {
        for (String value : List.of("", "hush", "ìlànà 🌙", "x".repeat(10_000))) {
            Order order = stored(run, Order.SECRET, value);
            assertThat(read(run, order).get(Order.SECRET)).isEqualTo(value);
        }
        for (String value : List.of("0", "12.500", "-1E+3", "99999999999999999999.0000000001")) {
            Order order = stored(run, Order.SECRET_PRICE, new BigDecimal(value));
            assertThat(read(run, order).get(Order.SECRET_PRICE)).isEqualTo(new BigDecimal(value));
        }
        UUID uuid = UUID.randomUUID();
        assertThat(read(run, stored(run, Order.SECRET_DATA, uuid)).get(Order.SECRET_DATA))
                .isEqualTo(uuid);
        nulls(run, Order.SECRET_SETTINGS);

        Order one = stored(run, Order.SECRET, "hush");
        Order other = stored(run, Order.SECRET, "hush");
        String first = sealed(run, one, "secret");
        assertThat(first).startsWith("ilana1:first:").doesNotContain("hush").isNotEqualTo(sealed(run, other, "secret"));
        assertThat(one.set(Order.SECRET, "hush").isDirty()).isFalse();
    }

    @Test
    @Feature("5.2")
    default void noConditionIsOnWhatIsEncrypted(Runner run) {
        Order secret = stored(run, Order.SECRET, "hush");
        assertThat(read(run, secret).get(Order.SECRET)).isEqualTo("hush");
        assertThat(run.get(Order.ORDERS.where(Order.SECRET.isNotNull()).count()))
                .isOne();
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable condition :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> Order.SECRET.eq("hush").not(),
                        () -> Order.SECRET.in("hush").not(),
                        () -> Order.SECRET.like("h%").not(),
                        () -> Order.SECRET.eq(Order.STREET).not(),
                        () -> Order.STREET.eq(Order.SECRET).not(),
                        () -> Order.SECRET.lower().isNull(),
                        () -> Order.ORDERS.query().orderBy(Order.SECRET).limit(1),
                        () -> Order.ORDERS.query().where("secret", "hush").limit(1))) {
            assertThatThrownBy(condition)
                    .isInstanceOf(InvalidUsageException.class)
                    .hasMessageContaining("orders.secret is encrypted")
                    .hasMessageNotContaining("hush");
        }
    }

    @Test
    @Feature("5.2")
    default void whatWasTamperedWithOrIsForAnotherColumnIsATypedError(Runner run) {
        Order order = run.get(new Order()
                .set(Order.SECRET, "hush")
                .set(Order.OTHER_SECRET, "other")
                .save());
        String sealed = sealed(run, order, "secret");
        String body = sealed.substring(sealed.lastIndexOf(':') + 1);
        List<String> bad = new ArrayList<>(List.of(
                "hush", "", "ilana1:first:", "ilana1:first:AAAA", sealed + "A", sealed(run, order, "other_secret")));
        for (int cut : new int[] {1, 2, 3, 4, 20}) {
            bad.add(sealed.substring(0, sealed.length() - cut));
        }
        for (int at : new int[] {0, 15, 16, body.length() / 2, body.length() - 1}) {
            char flipped = body.charAt(at) == 'A' ? 'B' : 'A';
            bad.add("ilana1:first:" + body.substring(0, at) + flipped + body.substring(at + 1));
        }
        for (String text : bad) {
            run.get(DB.table("orders").where("id", order.get(Order.ID)).update(Map.of("secret", text)));
            assertThat(run.error(Order.ORDERS.find(order.get(Order.ID))))
                    .as(text)
                    .isInstanceOf(DecryptionException.class)
                    .hasMessageContaining("orders.secret")
                    .hasMessageNotContaining("hush")
                    .hasMessageNotContaining(body);
        }
        run.assertNothingAcquired();
    }

    @Test
    @Feature("5.2")
    default void aKeyIsReplacedWhileOldValuesAreStillRead(Runner run) {
        Order old = stored(run, Order.SECRET, "hush");
        Order.KEYS.set(EncryptionKeys.of("second", Order.base64("fedcba9876543210fedcba9876543210")));
        assertThat(run.error(Order.ORDERS.find(old.get(Order.ID))))
                .isInstanceOf(DecryptionException.class)
                .hasMessage("orders.secret was encrypted with the key \"first\", which is not among [second];"
                        + " add it by withPrevious");

        Order.KEYS.set(EncryptionKeys.of("second", Order.base64("fedcba9876543210fedcba9876543210"))
                .withPrevious("first", Order.base64("0123456789abcdef0123456789abcdef")));
        Order read = read(run, old);
        assertThat(read.get(Order.SECRET)).isEqualTo("hush");
        assertThat(read.isDirty()).isFalse();
        run.get(Order.ORDERS
                .where(Order.ID.eq(read.get(Order.ID)))
                .update(List.of(Order.SECRET.to(read.get(Order.SECRET)))));
        assertThat(sealed(run, old, "secret")).startsWith("ilana1:second:");
        assertThat(read(run, old).get(Order.SECRET)).isEqualTo("hush");
    }

    private static String sealed(Runner run, Order order, String column) {
        return (String)
                run.get(DB.table("orders").where("id", order.get(Order.ID)).value(column));
    }
}
