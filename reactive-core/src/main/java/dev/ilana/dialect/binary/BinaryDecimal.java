package dev.ilana.dialect;

import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;

/**
 * Decimals as PostgreSQL has them inside: digits of base 10,000, the place of the first one, a sign, and how many decimals are
 * shown (its source, {@code numeric_recv}).
 */
final class BinaryDecimal {

    /** How many decimal digits one of theirs has. */
    private static final int WIDTH = 4;

    private static final int NEGATIVE = 0x4000;
    private static final int MOST_DECIMALS = 0x3fff;

    private BinaryDecimal() {}

    static void write(ByteBuf out, BigDecimal number) {
        BigDecimal shown = number.scale() < 0 ? number.setScale(0) : number;
        int decimals = shown.scale();
        String digits = shown.unscaledValue().abs().toString();
        int behind = Math.floorMod(-decimals, WIDTH);
        int before = Math.floorMod(-(digits.length() + behind), WIDTH);
        int count = (before + digits.length() + behind) / WIDTH;
        int weight = count - (decimals + behind) / WIDTH - 1;
        if (decimals > MOST_DECIMALS || count > Short.MAX_VALUE || weight > Short.MAX_VALUE) {
            throw new ArithmeticException("more digits than a numeric has");
        }
        out.writeShort(count)
                .writeShort(weight)
                .writeShort(shown.signum() < 0 ? NEGATIVE : 0)
                .writeShort(decimals);
        for (int i = 0; i < count; i++) {
            out.writeShort(digit(digits, i * WIDTH - before));
        }
    }

    /** Four decimal digits from there on; those before and behind the text are zero. */
    private static int digit(String digits, int from) {
        int digit = 0;
        for (int i = from; i < from + WIDTH; i++) {
            digit = digit * 10 + (i < 0 || i >= digits.length() ? 0 : digits.charAt(i) - '0');
        }
        return digit;
    }
}
