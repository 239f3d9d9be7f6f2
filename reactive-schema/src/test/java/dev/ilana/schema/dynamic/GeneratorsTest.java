package dev.ilana.schema.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.prisma.PrismaField.Generated;
import dev.ilana.schema.prisma.PrismaField.Method;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a program makes for a field has the form that its file says, and is never the same. */
class GeneratorsTest {

    private static final int MANY = 10_000;

    private static Set<String> made(Method method, @Nullable Integer argument) {
        Supplier<?> generator = Objects.requireNonNull(Generators.of(new Generated(method, argument)));
        Set<String> made =
                Stream.generate(generator).limit(MANY).map(String::valueOf).collect(Collectors.toSet());
        assertThat(made).hasSize(MANY);
        return made;
    }

    @Test
    void uuidsAreOfTheirVersion() {
        assertThat(made(Method.UUID, null)).allMatch(id -> UUID.fromString(id).version() == 4);
        assertThat(made(Method.UUID, 4)).allMatch(id -> UUID.fromString(id).version() == 4);
        assertThat(made(Method.UUID, 7)).allMatch(id -> UUID.fromString(id).version() == 7);
    }

    @Test
    void cuidsAreOfTheirVersion() {
        assertThat(made(Method.CUID, null)).allMatch(id -> id.matches("c[0-9a-z]{24}"));
        assertThat(made(Method.CUID, 2)).allMatch(id -> id.matches("[a-z][0-9a-z]{23}"));
    }

    @Test
    void othersHaveTheirLength() {
        assertThat(made(Method.ULID, null)).allMatch(id -> id.matches("[0-9A-HJKMNP-TV-Z]{26}"));
        assertThat(made(Method.NANOID, null)).allMatch(id -> id.matches("[0-9A-Za-z_-]{21}"));
        assertThat(made(Method.NANOID, 10)).allMatch(id -> id.matches("[0-9A-Za-z_-]{10}"));
    }

    @Test
    void nothingIsMadeWhereNothingIsSaid() {
        assertThat(Generators.of(null)).isNull();
    }
}
