package dev.ilana.schema.diagram;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What types are called in a diagram. */
class TypeWordsTest {

    @Test
    void eachTypeHasAWord() {
        assertThat(Stream.of(Plain.values()).map(TypeWords::of))
                .containsExactly(
                        "boolean",
                        "real",
                        "double",
                        "text",
                        "mediumtext",
                        "longtext",
                        "binary",
                        "date",
                        "json",
                        "uuid",
                        "ulid",
                        "inet",
                        "macaddr");
        assertThat(words(
                        new Integral(Size.TINY, false),
                        new Integral(Size.SMALL, true),
                        new Integral(Size.NORMAL, false),
                        new Integral(Size.BIG, true)))
                .containsExactly("tinyint", "smallint unsigned", "integer", "bigint unsigned");
        assertThat(words(new Varchar(80), new Char(2), new Varbinary(16), new Decimal(8, 2)))
                .containsExactly("varchar(80)", "char(2)", "varbinary(16)", "decimal(8,2)");
        assertThat(words(
                        Temporal.of(Moment.TIME), new Temporal(Moment.TIMESTAMP, 3), new Temporal(Moment.DATE_TIME, 0)))
                .containsExactly("time", "timestamp(3)", "datetime(0)");
        assertThat(words(new Geometry(Shape.LINE_STRING, null), new Geometry(Shape.POINT, 4326)))
                .containsExactly("linestring", "point(4326)");
        assertThat(words(
                        Enumeration.of(List.of("a")),
                        new Enumeration(List.of("a"), QualifiedName.of("own.mood")),
                        new SetOf(List.of("a")),
                        new ArrayOf(new Varchar(3)),
                        new Native("tsvector")))
                .containsExactly("enum", "own.mood", "set", "varchar(3)[]", "tsvector");
    }

    @Test
    void noTypeIsForgotten() {
        Set<Class<?>> known = Set.of(
                Plain.class,
                Integral.class,
                Varchar.class,
                Char.class,
                Varbinary.class,
                Decimal.class,
                Temporal.class,
                Geometry.class,
                Enumeration.class,
                SetOf.class,
                ArrayOf.class,
                Native.class);

        assertThat(Stream.of(ColumnType.class.getPermittedSubclasses()).collect(Collectors.toSet()))
                .as("those that eachTypeHasAWord asks for")
                .isEqualTo(known);
    }

    @Test
    void theWordsThatATypeKnowsAreItsChoices() {
        assertThat(TypeWords.choices(Enumeration.of(List.of("a", "b")))).containsExactly("one of a, b");
        assertThat(TypeWords.choices(new SetOf(List.of("a", "b")))).containsExactly("any of a, b");
        assertThat(TypeWords.choices(new ArrayOf(Enumeration.of(List.of("a"))))).containsExactly("one of a");
        assertThat(TypeWords.choices(Plain.TEXT)).isEmpty();
    }

    private static Stream<String> words(ColumnType... types) {
        return Stream.of(types).map(TypeWords::of);
    }
}
