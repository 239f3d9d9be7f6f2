package dev.ilana.dialect.binary;

import static io.r2dbc.postgresql.codec.PostgresqlObjectId.NUMERIC;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TEXT;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMPTZ;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.VARCHAR;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Has PostgreSQL's driver read by this room what it reads at some cost: of an instant it makes five objects, of a decimal and of a
 * text it makes more than the value. It sends an instant as a text of many parts, which is a number here.
 */
public final class BinaryCodecs implements CodecRegistrar {

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> teach(registry, allocator));
    }

    static void teach(CodecRegistry codecs, ByteBufAllocator allocator) {
        teach(codecs, allocator, String.class, EnumSet.of(TEXT, VARCHAR), BinaryCodecs::text, null);
        teach(codecs, allocator, BigDecimal.class, EnumSet.of(NUMERIC), BinaryDecimal::read, null);
        teach(
                codecs,
                allocator,
                Instant.class,
                EnumSet.of(TIMESTAMPTZ),
                time -> BinaryTime.instant(time.getLong(time.readerIndex())),
                BinaryTime::micros);
    }

    private static String text(ByteBuf bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static <T> void teach(
            CodecRegistry codecs,
            ByteBufAllocator allocator,
            Class<T> type,
            Set<PostgresqlObjectId> from,
            Function<ByteBuf, @Nullable T> reader,
            @Nullable ToLongFunction<T> writer) {
        for (Codec<?> codec : codecs) {
            if (from.stream().allMatch(each -> codec.canDecode(each.getObjectId(), Format.FORMAT_BINARY, type))) {
                @SuppressWarnings("unchecked") // it can decode the type
                Codec<T> driver = (Codec<T>) codec;
                codecs.addFirst(new BinaryCodec<>(type, from, reader, writer, allocator, driver));
                return;
            }
        }
    }
}
