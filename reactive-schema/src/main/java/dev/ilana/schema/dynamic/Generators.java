package dev.ilana.schema.dynamic;

import dev.ilana.model.KeyGenerators;
import dev.ilana.schema.prisma.PrismaField.Generated;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a program gives a field, as a Prisma file says. */
final class Generators {

    private static final int TIME_ORDERED = 7;
    private static final int SECOND = 2;

    private Generators() {}

    /** What makes the values; null where no program makes any. */
    static @Nullable Supplier<?> of(@Nullable Generated generated) {
        if (generated == null) {
            return null;
        }
        Integer argument = generated.argument();
        return switch (generated.method()) {
            case UUID ->
                argument != null && argument == TIME_ORDERED
                        ? () -> KeyGenerators.uuid().toString()
                        : () -> UUID.randomUUID().toString();
            case ULID -> KeyGenerators::ulid;
            case CUID -> argument != null && argument == SECOND ? Cuid::second : Cuid::first;
            case NANOID -> argument == null ? NanoId::usual : () -> NanoId.of(argument);
        };
    }
}
