package dev.ilana.dialect;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;

/** Times as PostgreSQL reads them from text. Many rows have two each, and the formatters of Java are the most of their cost. */
final class TimeText {

    private TimeText() {}

    static void append(StringBuilder out, TemporalAccessor time) {
        if (time instanceof Instant instant) {
            LocalDateTime utc =
                    LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
            if (isPlain(utc)) {
                append(out, utc);
                out.append('Z');
            } else {
                append(out, instant.toString());
            }
        } else if (time instanceof LocalDateTime dateTime && isPlain(dateTime)) {
            append(out, dateTime);
        } else {
            append(out, time.toString());
        }
    }

    /** Whether its year has four digits, as nearly all have. */
    private static boolean isPlain(LocalDateTime time) {
        return time.getYear() >= 1000 && time.getYear() <= 9999;
    }

    private static void append(StringBuilder out, LocalDateTime time) {
        out.append(time.getYear());
        two(out.append('-'), time.getMonthValue());
        two(out.append('-'), time.getDayOfMonth());
        two(out.append('T'), time.getHour());
        two(out.append(':'), time.getMinute());
        two(out.append(':'), time.getSecond());
        int nano = time.getNano();
        if (nano != 0) {
            out.append('.');
            for (int unit = 100_000_000; nano > 0; unit /= 10) {
                out.append((char) ('0' + nano / unit));
                nano %= unit;
            }
        }
    }

    private static void two(StringBuilder out, int number) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** ISO 8601 puts a plus before years of five digits, which PostgreSQL takes for a zone, and counts from a year 0 back. */
    private static void append(StringBuilder out, String iso) {
        if (iso.startsWith("-") || iso.startsWith("0000-")) {
            int end = iso.indexOf('-', 1);
            String year = String.valueOf(1 - Integer.parseInt(iso, 0, end, 10));
            out.append("0".repeat(Math.max(0, 4 - year.length())))
                    .append(year)
                    .append(iso, end, iso.length())
                    .append(" BC");
        } else {
            out.append(iso, iso.startsWith("+") ? 1 : 0, iso.length());
        }
    }
}
