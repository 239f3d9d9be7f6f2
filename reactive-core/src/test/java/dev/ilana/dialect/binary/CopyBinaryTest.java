package dev.ilana.dialect.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.dialect.Dialects;
import dev.ilana.sql.Copy;
import dev.ilana.sql.Insert;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.TableName;
import dev.ilana.sql.Value;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyBinaryTest {

    private static final int HEADER = 19;
    private static final int ROW = Short.BYTES;
    private static final int END = Short.BYTES;

    @Test
    void aFileHasAHeaderARowAfterTheOtherAndAnEnd() {
        ByteBuf out = Objects.requireNonNull(binary(21, 7));
        assertThat(ByteBufUtil.hexDump(out, 0, HEADER)).isEqualTo("5047434f50590aff0d0a00" + "00000000" + "00000000");
        assertThat(ByteBufUtil.hexDump(out, HEADER, 8)).isEqualTo("0001" + "00000002" + "0007");
        assertThat(ByteBufUtil.hexDump(out, out.writerIndex() - END, END)).isEqualTo("ffff");
        assertThat(out.writerIndex()).isEqualTo(HEADER + 200 * (ROW + 6) + END);
    }

    @Test
    void eachTypeHasItsForm() {
        assertThat(value(16, true)).isEqualTo("01");
        assertThat(value(17, new byte[] {0, 92, -1})).isEqualTo("005cff");
        assertThat(value(20, -2L)).isEqualTo("fffffffffffffffe");
        assertThat(value(20, 3)).isEqualTo("0000000000000003");
        assertThat(value(23, (short) -1)).isEqualTo("ffffffff");
        assertThat(value(25, "🌙\0".substring(0, 2))).isEqualTo("f09f8c99");
        assertThat(value(700, 1.5f)).isEqualTo("3fc00000");
        assertThat(value(701, -0.1)).isEqualTo("bfb999999999999a");
        assertThat(value(1082, LocalDate.of(1999, 12, 31))).isEqualTo("ffffffff");
        assertThat(value(1083, LocalTime.of(0, 0, 1, 2_000))).isEqualTo("00000000000f4242");
        assertThat(value(1114, LocalDateTime.of(2000, 1, 1, 0, 0, 1))).isEqualTo("00000000000f4240");
        assertThat(value(2950, new UUID(1, -1))).isEqualTo("0000000000000001ffffffffffffffff");
        assertThat(value(3802, "{}")).isEqualTo("017b7d");
        assertThat(value(25, null)).isEmpty();
    }

    @Test
    void whatIsFinerThanAMicrosecondGoesToTheNearestAsOfAText() {
        assertThat(value(1184, Instant.parse("2000-01-01T00:00:00.000001499Z"))).isEqualTo("0000000000000001");
        assertThat(value(1184, Instant.parse("2000-01-01T00:00:00.000001500Z"))).isEqualTo("0000000000000002");
        assertThat(value(1184, Instant.parse("2000-01-01T00:00:00.000002500Z"))).isEqualTo("0000000000000002");
        assertThat(value(1184, Instant.parse("1999-12-31T23:59:59.999999700Z"))).isEqualTo("0000000000000000");
    }

    /** As {@code numeric_send} gives them: how many digits, the place of the first, the sign, the decimals. */
    @ParameterizedTest
    @CsvSource({
        "0, 0001 0000 0000 0000 0000",
        "0.00, 0001 ffff 0000 0002 0000",
        "1, 0001 0000 0000 0000 0001",
        "-12345.678, 0003 0001 4000 0003 0001 0929 1a7c",
        "0.00001, 0001 fffe 0000 0005 03e8",
        "10000, 0002 0001 0000 0000 0001 0000",
        "1E+5, 0002 0001 0000 0000 000a 0000",
        "99999999.9999, 0003 0001 0000 0004 270f 270f 270f",
        "9007199254740991, 0004 0003 0000 0000 232f 07c8 1562 03df",
        "9007199254740992, 0004 0003 0000 0000 232f 07c8 1562 03e0",
        "-900719925474099.1, 0005 0003 4000 0001 0384 1c1f 09f3 1003 03e8",
        "-900719925474099.2, 0005 0003 4000 0001 0384 1c1f 09f3 1003 07d0",
    })
    void decimalsAreOfTenThousands(BigDecimal number, String expected) {
        assertThat(value(1700, number)).isEqualTo(expected.replace(" ", ""));
    }

    @Test
    void whatHasNoFormInItsColumnGoesAsText() {
        assertThat(binary(23, 1L << 40)).as("too large").isNull();
        assertThat(binary(21, 40_000)).as("too large").isNull();
        assertThat(binary(20, new BigDecimal("2.00"))).as("refused as text").isNull();
        assertThat(binary(1114, Instant.EPOCH)).as("of another type").isNull();
        assertThat(binary(1184, Instant.MAX)).as("beyond the type").isNull();
        assertThat(binary(1700, BigDecimal.ONE.movePointLeft(20_000)))
                .as("too fine")
                .isNull();
        assertThat(binary(16_999, "word")).as("a type of the user's own").isNull();
        assertThat(CopyBinary.of(copy(Value.of(1)), Map.of()))
                .as("no such column")
                .isNull();
    }

    private static @Nullable ByteBuf binary(long type, @Nullable Object value) {
        return CopyBinary.of(copy(new Value(value, SqlType.OTHER)), Map.of("it", type));
    }

    /** The bytes of a value; none of a null. */
    private static String value(long type, @Nullable Object value) {
        ByteBuf out = Objects.requireNonNull(binary(type, value));
        int length = out.getInt(HEADER + ROW);
        return length < 0 ? "" : ByteBufUtil.hexDump(out, HEADER + ROW + Integer.BYTES, length);
    }

    private static Copy copy(Value value) {
        return Objects.requireNonNull(Dialects.POSTGRESQL
                .grammar()
                .copy(new Insert(
                        TableName.parse("things"),
                        List.of("it"),
                        Collections.nCopies(200, List.of(value)),
                        List.of())));
    }
}
