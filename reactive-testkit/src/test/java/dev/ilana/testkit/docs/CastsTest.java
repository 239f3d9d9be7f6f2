package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.Parcel.ADDRESS;
import static dev.ilana.testkit.docs.Parcel.CITY;
import static dev.ilana.testkit.docs.Parcel.COOLED_TO;
import static dev.ilana.testkit.docs.Parcel.DOOR_CODE;
import static dev.ilana.testkit.docs.Parcel.ID;
import static dev.ilana.testkit.docs.Parcel.PARCELS;
import static dev.ilana.testkit.docs.Parcel.POSTAGE;
import static dev.ilana.testkit.docs.Parcel.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ilana.DB;
import dev.ilana.cast.Cast;
import dev.ilana.cast.JsonCast;
import dev.ilana.cast.Money;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Condition;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.docs.Parcel.Address;
import dev.ilana.testkit.docs.Parcel.Size;
import dev.ilana.testkit.docs.Parcel.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/casts.md}. */
class CastsTest extends PageTest {

    @BeforeEach
    void parcels() {
        value(Schema.on(db).create("parcels", table -> {
            table.id();
            table.string("status", 1);
            table.json("tags").nullable();
            table.json("sizes").nullable();
            table.bigInteger("postage").nullable();
            table.bigInteger("travelled").nullable();
            table.string("stamped").nullable();
            table.binary("tracking").nullable();
            table.doublePrecision("cooled_to").nullable();
            table.text("door_code").nullable();
            table.text("content").nullable();
            table.string("street").nullable();
            table.string("city").nullable();
            table.string("zip").nullable();
        }));
    }

    @Test
    void builtIn() {
        // tag::use
        Mono<Parcel> sent = new Parcel().set(POSTAGE, Money.of("4.95", "EUR")).save(); // stored as 495
        Mono<Parcel> named = PARCELS.create(Map.of("postage", 4.95)); // by name: an amount too
        Condition<Parcel> dear = POSTAGE.gt(Money.of("10", "EUR")); // and in conditions and orders
        // end::use

        assertThat(run(sent).get(Parcel.STATUS)).isEqualTo(Status.WAITING);
        assertThat(run(DB.table("parcels").value("postage"))).isEqualTo(495L);
        assertThat(run(DB.table("parcels").value("status"))).isEqualTo("w");
        assertThat(run(named).get(POSTAGE)).isEqualTo(Money.of("4.95", "EUR"));
        assertThat(list(PARCELS.where(dear).get())).isEmpty();
    }

    @Test
    void mapper() {
        // tag::mapper
        ObjectMapper lenient = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        Cast<Size, String> size = JsonCast.of(Size.class).with(lenient); // for PARCELS.column("size", size)
        // end::mapper

        assertThat(size.get("{\"width\":1,\"height\":2,\"depth\":3}")).isEqualTo(new Size(1, 2));
    }

    @Test
    void ownCasts() {
        Parcel parcel = run(new Parcel().set(COOLED_TO, new Celsius(4)).save());

        assertThat(run(PARCELS.findOrFail(parcel.get(ID))).get(COOLED_TO)).isEqualTo(new Celsius(4));
        assertThat(new CelsiusCast().get(4.0)).isEqualTo(new Celsius(4));
        assertThat(new CelsiusCast().set(new Celsius(4))).isEqualTo(4.0);
        assertThat(new CelsiusCast().stored()).isSameAs(dev.ilana.cast.Stored.DOUBLE);
        assertThat(new CelsiusCast().javaType()).isEqualTo(Celsius.class);
    }

    @Test
    void inPlace() {
        Parcel parcel =
                run(new Parcel().set(TAGS, new ArrayList<>(List.of("fragile"))).save());

        // tag::inPlace
        parcel.get(TAGS).add("urgent");

        boolean changed = parcel.isDirty(TAGS); // true
        List<String> before = parcel.getOriginal(TAGS); // [fragile]
        Mono<Parcel> saved = parcel.save(); // writes the tags
        // end::inPlace

        assertThat(changed).isTrue();
        assertThat(before).containsExactly("fragile");
        assertThat(run(run(saved).refresh()).get(TAGS)).containsExactly("fragile", "urgent");
    }

    @Test
    void encrypted() {
        Parcel parcel = run(new Parcel()
                .set(DOOR_CODE, "4711")
                .set(Parcel.CONTENT, new Size(1, 2))
                .save());

        assertThat((String) run(DB.table("parcels").value("door_code")))
                .startsWith("ilana1:2026:")
                .doesNotContain("4711");
        assertThat(run(parcel.refresh()).get(DOOR_CODE)).isEqualTo("4711");
        assertThat(parcel.get(Parcel.CONTENT)).isEqualTo(new Size(1, 2));
        assertThatThrownBy(() -> DOOR_CODE.eq("4711").not()).isInstanceOf(InvalidUsageException.class);

        // tag::rotate
        Flux<Long> encryptedAnew = PARCELS.where(DOOR_CODE.isNotNull())
                .get()
                .concatMap(it -> PARCELS.where(ID.eq(it.get(ID))).update(DOOR_CODE.to(it.get(DOOR_CODE))));
        // end::rotate

        String before = (String) run(DB.table("parcels").value("door_code"));
        assertThat(list(encryptedAnew)).containsExactly(1L);
        assertThat(run(DB.table("parcels").value("door_code"))).isNotEqualTo(before);
    }

    @Test
    void composed() {
        // tag::useComposed
        Parcel parcel = new Parcel().set(ADDRESS, new Address("1 Ọba Road", "Ìbàdàn", "200001"));

        Address address = parcel.get(ADDRESS); // null when all three are
        String city = parcel.get(CITY); // each is a column of its own as well
        Flux<Parcel> there = PARCELS.where(ADDRESS.eq(address)).get();
        Mono<Long> moved =
                PARCELS.where(CITY.eq("Ìbàdàn")).update(ADDRESS.to(new Address("2 Marina", "Lagos", "100001")));
        // end::useComposed

        run(parcel.save());
        assertThat(city).isEqualTo("Ìbàdàn");
        assertThat(list(there)).hasSize(1);
        assertThat(run(moved)).isEqualTo(1);
        assertThat(list(there)).isEmpty();
    }
}
