package dev.ilana.schema.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.TypeMismatchException;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Shape;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each type of column has its values in Java, and takes no others. */
class FieldTypesTest {

    private static DynamicModel model(ColumnType type) {
        return DynamicModels.of(new SchemaDefinition(
                        List.of(TableDefinition.of(
                                QualifiedName.of("things"),
                                List.of(Tables.integer("id"), ColumnDefinition.of("it", type)),
                                List.of(IndexDefinition.primary(List.of("id"))))),
                        List.of()))
                .model("things")
                .make();
    }

    private static void takes(ColumnType type, Object value) {
        assertThat(model(type).set("it", value).get("it")).as("%s", type).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource
    void everyPlainTypeIsAColumn(Plain type) {
        assertThat(model(type).table().columns()).hasSize(2);
        assertThat(model(new ArrayOf(type)).table().columns()).hasSize(2);
    }

    @Test
    void everyTypeTakesItsValues() {
        takes(Plain.BOOLEAN, true);
        takes(Plain.REAL, 1.5f);
        takes(Plain.DOUBLE, 1.5);
        takes(Plain.LONG_TEXT, "x");
        takes(Plain.BINARY, new byte[] {1});
        takes(new Varbinary(3), new byte[] {1});
        takes(Plain.DATE, LocalDate.EPOCH);
        takes(Plain.UUID, UUID.randomUUID());
        takes(Plain.JSON, Map.of("a", List.of(1)));
        takes(Plain.INET, "10.0.0.1");
        takes(new Integral(Size.TINY, true), (short) 255);
        takes(new Integral(Size.SMALL, false), (short) -1);
        takes(new Integral(Size.SMALL, true), 65_535);
        takes(new Integral(Size.NORMAL, true), 4_294_967_295L);
        takes(new Integral(Size.BIG, false), Long.MAX_VALUE);
        takes(new Integral(Size.BIG, true), new BigDecimal("18446744073709551615"));
        takes(new Decimal(8, 2), new BigDecimal("1.25"));
        takes(new Varchar(3), "abc");
        takes(new Char(3), "abc");
        takes(Temporal.of(Moment.TIME), LocalTime.NOON);
        takes(Temporal.of(Moment.DATE_TIME), LocalDateTime.of(2024, 2, 29, 12, 0));
        takes(Temporal.of(Moment.TIMESTAMP), Instant.EPOCH);
        takes(Enumeration.of(List.of("a", "b")), "b");
        takes(new SetOf(List.of("a", "b")), List.of("b", "a"));
        takes(new ArrayOf(new Integral(Size.NORMAL, false)), List.of(1, 2));
        takes(new Native("circle"), "<(0,0),1>");
        takes(new Geometry(Shape.POINT, null), "POINT (0 0)");
    }

    @Test
    void noTypeTakesTheValuesOfAnother() {
        assertThatThrownBy(() -> model(Enumeration.of(List.of("a"))).set("it", "b"))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> model(new SetOf(List.of("a"))).set("it", List.of("b")))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> model(new SetOf(List.of("a"))).set("it", "a"))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> model(new ArrayOf(Plain.UUID)).set("it", List.of("x")))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> model(new ArrayOf(Plain.UUID)).set("it", "x"))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> model(new Integral(Size.NORMAL, false)).set("it", 1.5))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> model(Plain.BINARY).set("it", 7)).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void theTextOfAnArrayIsTakenApart() {
        assertThat(Elements.of("{}")).isEmpty();
        assertThat(Elements.of("{a,NULL,\"NULL\",\"it's, \\\"b\\\" {\\\\}\",\"\"}"))
                .containsExactly("a", null, "NULL", "it's, \"b\" {\\}", "");
    }

    @Test
    void theElementsOfAnArrayAreMadeWhatTheyAre() {
        UUID id = UUID.randomUUID();
        assertThat(model(new ArrayOf(Plain.UUID))
                        .set("it", new Object[] {id.toString()})
                        .get("it"))
                .isEqualTo(List.of(id));
        DynamicModel words =
                model(new ArrayOf(Enumeration.of(List.of("a", "b")))).set("it", List.of("b"));
        assertThat(words.get("it")).isEqualTo(List.of("b"));
        assertThatThrownBy(() -> words.set("it", List.of("c"))).isInstanceOf(TypeMismatchException.class);
    }
}
