package dev.ilana.dialect.binary;

import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Decimals as PostgreSQL has them inside: digits of base 10,000, the place of the first one, a sign, and how many decimals are
 * shown (its source, {@code numeric_recv}).
 */
final class BinaryDecimal {

    /** How many decimal digits one of theirs has. */
    private static final int WIDTH = 4;

    private static final int NEGATIVE = 0x4000;
    private static final int MOST_DECIMALS = 0x3fff;

    /** Numbers of so many bits are in a long also with all {@link #WIDTH} digits of their last one. */
    private static final int FEW_BITS = 53;

    /** What comes before the digits. */
    private static final int HEAD_BYTES = 4 * Short.BYTES;

    /** Powers of ten, as far as a long has them; it has any number of so many digits. */
    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(19).toArray();

    private BinaryDecimal() {}

    static void write(ByteBuf out, BigDecimal number) {
        BigDecimal shown = number.scale() < 0 ? number.setScale(0) : number;
        BigInteger digits = shown.unscaledValue().abs();
        int behind = Math.floorMod(-shown.scale(), WIDTH);
        if (digits.bitLength() <= FEW_BITS) {
            write(out, shown, digits.longValue() * POWERS[behind], behind);
        } else {
            write(out, shown, digits.toString(), behind);
        }
    }

    private static void write(ByteBuf out, BigDecimal number, long digits, int behind) {
        int count = 1;
        while (count * WIDTH < POWERS.length && digits >= POWERS[count * WIDTH]) {
            count++;
        }
        head(out, number, count, behind);
        for (int i = count - 1; i >= 0; i--) {
            out.writeShort((int) (digits / POWERS[i * WIDTH] % POWERS[WIDTH]));
        }
    }

    private static void write(ByteBuf out, BigDecimal number, String digits, int behind) {
        int before = Math.floorMod(-(digits.length() + behind), WIDTH);
        int count = (before + digits.length() + behind) / WIDTH;
        head(out, number, count, behind);
        for (int i = 0; i < count; i++) {
            out.writeShort(digit(digits, i * WIDTH - before));
        }
    }

    private static void head(ByteBuf out, BigDecimal number, int count, int behind) {
        int decimals = number.scale();
        int weight = count - (decimals + behind) / WIDTH - 1;
        if (decimals > MOST_DECIMALS || count > Short.MAX_VALUE || weight > Short.MAX_VALUE) {
            throw new ArithmeticException("more digits than a numeric has");
        }
        out.writeShort(count)
                .writeShort(weight)
                .writeShort(number.signum() < 0 ? NEGATIVE : 0)
                .writeShort(decimals);
    }

    /** Four decimal digits from there on; those before and behind the text are zero. */
    private static int digit(String digits, int from) {
        int digit = 0;
        for (int i = from; i < from + WIDTH; i++) {
            digit = digit * 10 + (i < 0 || i >= digits.length() ? 0 : digits.charAt(i) - '0');
        }
        return digit;
    }

    /** The number at the place where the buffer stands, which it leaves alone; null where a long has not enough digits for it, or it is none. */
    static @Nullable BigDecimal read(ByteBuf in) {
        int at = in.readerIndex();
        int count = in.getShort(at);
        int weight = in.getShort(at + Short.BYTES);
        int sign = in.getUnsignedShort(at + 2 * Short.BYTES);
        int decimals = in.getShort(at + 3 * Short.BYTES);
        // How many decimal digits are to follow theirs, or to go: no more of these than their last one has.
        int missing = decimals - WIDTH * (count - 1 - weight);
        if ((sign != 0 && sign != NEGATIVE)
                || missing <= -WIDTH
                || count * WIDTH + Math.max(missing, 0) >= POWERS.length) {
            return null;
        }
        long digits = 0;
        for (int i = 0; i < count; i++) {
            digits = digits * POWERS[WIDTH] + in.getShort(at + HEAD_BYTES + i * Short.BYTES);
        }
        long unscaled = missing < 0 ? digits / POWERS[-missing] : digits * POWERS[missing];
        return BigDecimal.valueOf(sign == 0 ? unscaled : -unscaled, decimals);
    }
}
