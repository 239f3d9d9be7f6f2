package dev.ilana.dialect.binary;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.DefaultCodecs;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import io.r2dbc.spi.Parameters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** What is read by this room is what the driver would read. */
class BinaryCodecsTest {

    private final DefaultCodecs drivers = new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT);
    private final DefaultCodecs ours = new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT);

    BinaryCodecsTest() {
        BinaryCodecs.teach(ours, UnpooledByteBufAllocator.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "-0.01",
                "1",
                "10000",
                "100000000",
                "1370.55",
                "-99999999.99",
                "0.0001",
                "0.00001",
                "123456789012345678",
                "1234567890123456789012345678901234567890.12345",
                "1E+30",
                "0.000000000000000000000001",
                "9999.9999"
            })
    void aDecimal(String number) {
        assertSame(
                PostgresqlObjectId.NUMERIC, BigDecimal.class, out -> BinaryDecimal.write(out, new BigDecimal(number)));
    }

    @Test
    void anyDecimal() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal number = new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(25) - 3);
            assertSame(
                    PostgresqlObjectId.NUMERIC,
                    BigDecimal.class,
                    out -> BinaryDecimal.write(out, random.nextBoolean() ? number : number.negate()));
        }
    }

    @Test
    void anyInstant() {
        Random random = new Random(12);
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong() >> random.nextInt(50);
            if (micros > BinaryTime.micros(Instant.parse("1582-10-15T00:00:00Z"))) {
                assertSame(PostgresqlObjectId.TIMESTAMPTZ, Instant.class, out -> out.writeLong(micros));
            }
        }
    }

    /** Where the driver gives another day: it counts by the Julian calendar there, the database never does. */
    @ParameterizedTest
    @ValueSource(strings = {"1500-03-01T00:00:00.5Z", "0001-01-01T00:00:00Z", "-4712-01-01T00:00:00.000001Z"})
    void anInstantOfLongAgo(String instant) {
        ByteBuf buffer = Unpooled.buffer().writeLong(BinaryTime.micros(Instant.parse(instant)));
        assertThat(read(ours, buffer, PostgresqlObjectId.TIMESTAMPTZ, Instant.class))
                .isEqualTo(Instant.parse(instant))
                .isNotEqualTo(read(drivers, buffer.readerIndex(0), PostgresqlObjectId.TIMESTAMPTZ, Instant.class));
    }

    @Test
    void infinityIsTheDrivers() {
        assertSame(PostgresqlObjectId.TIMESTAMPTZ, Instant.class, out -> out.writeLong(Long.MAX_VALUE));
        assertSame(PostgresqlObjectId.TIMESTAMPTZ, Instant.class, out -> out.writeLong(Long.MIN_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "日本", "🌙 and more", "a long text, a long text, a long text, a long text"})
    void aText(String text) {
        for (PostgresqlObjectId type : EnumSet.of(
                PostgresqlObjectId.TEXT,
                PostgresqlObjectId.VARCHAR,
                PostgresqlObjectId.BPCHAR,
                PostgresqlObjectId.NAME)) {
            assertSame(type, String.class, out -> out.writeCharSequence(text, StandardCharsets.UTF_8));
        }
    }

    @Test
    void theDriverAsksThisRoomFirst() {
        DefaultCodecs codecs = new DefaultCodecs(UnpooledByteBufAllocator.DEFAULT);
        BinaryCodecs.teach(
                codecs,
                UnpooledByteBufAllocator.DEFAULT,
                Instant.class,
                EnumSet.of(PostgresqlObjectId.TIMESTAMPTZ),
                time -> Instant.EPOCH,
                null);
        ByteBuf now = Unpooled.buffer().writeLong(1);
        assertThat(read(codecs, now, PostgresqlObjectId.TIMESTAMPTZ, Instant.class))
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void whatIsSentIsTheDriversOwn() {
        for (Object value : new Object[] {new BigDecimal("1.50"), "text", Instant.MAX}) {
            assertThat(ours.encode(value))
                    .usingRecursiveComparison()
                    .comparingOnlyFields("format", "type")
                    .isEqualTo(drivers.encode(value));
        }
        for (Object value : new Object[] {new BigDecimal("1.50"), "text", Instant.EPOCH}) {
            assertThat(ours.encodeNull(value.getClass()))
                    .usingRecursiveComparison()
                    .isEqualTo(drivers.encodeNull(value.getClass()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-11-22T10:00:00.123456Z", "-0043-03-15T12:00:00Z"})
    void anInstantIsSentAsItsNumberOfMicroseconds(String instant) {
        Instant value = Instant.parse(instant);
        for (EncodedParameter sent :
                List.of(ours.encode(value), ours.encode(Parameters.in(PostgresqlObjectId.TIMESTAMPTZ, value)))) {
            assertThat(sent)
                    .hasFieldOrPropertyWithValue("format", Format.FORMAT_BINARY)
                    .hasFieldOrPropertyWithValue("type", PostgresqlObjectId.TIMESTAMPTZ.getObjectId())
                    .extracting("value")
                    .extracting(bytes ->
                            Mono.from((Publisher<?>) bytes).cast(ByteBuf.class).block())
                    .satisfies(bytes -> assertThat(bytes.readLong()).isEqualTo(BinaryTime.micros(value)));
        }
    }

    @Test
    void whatTheDriverTakesATypeForStays() {
        for (PostgresqlObjectId type : PostgresqlObjectId.values()) {
            for (Format format : Format.all()) {
                assertThat(ours.preferredType(type.getObjectId(), format))
                        .as("%s in %s", type, format)
                        .isEqualTo(drivers.preferredType(type.getObjectId(), format));
            }
        }
    }

    private <T> void assertSame(PostgresqlObjectId type, Class<T> wanted, Consumer<ByteBuf> value) {
        ByteBuf buffer = Unpooled.buffer().writeInt(7);
        var unused = buffer.readInt();
        value.accept(buffer);
        ByteBuf same = buffer.copy();
        assertThat(read(ours, buffer, type, wanted)).isEqualTo(read(drivers, same, type, wanted));
    }

    /** Or the error of it. */
    private static <T> @Nullable Object read(
            DefaultCodecs codecs, ByteBuf buffer, PostgresqlObjectId type, Class<T> wanted) {
        try {
            return codecs.decode(buffer, type.getObjectId(), Format.FORMAT_BINARY, wanted);
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
