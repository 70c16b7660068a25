package org.vigie.reports.weekly;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers and dates as a reader of the language writes them. Written out here, because the JDK's own
/// tables change from release to release and a report printed again must not.
record Formats(Language language) {

    private static final char NARROW_NO_BREAK_SPACE = '\u202f';
    private static final char MINUS = '\u2212';

    private static final List<String> MONTHS_ENGLISH = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> MONTHS_FRENCH = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");

    /// `1,234` or `1 234`
    String count(long value) {
        String digits = Long.toString(Math.abs(value));
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(language == Language.FRENCH ? NARROW_NO_BREAK_SPACE : ',');
            }
            text.append(digits.charAt(i));
        }
        return value < 0 ? MINUS + text.toString() : text.toString();
    }

    /// A share with one decimal: `84.3%` or `84,3 %`.
    String percent(double share) {
        return percent(share, 1);
    }

    /// A share without decimals, for axes.
    String wholePercent(double share) {
        return percent(share, 0);
    }

    private String percent(double share, int decimals) {
        String number = decimal(share * 100, decimals);
        return language == Language.FRENCH ? number + NARROW_NO_BREAK_SPACE + "%" : number + "%";
    }

    /// A difference of shares, with its sign: `+2.5 points`.
    String points(double difference) {
        String number = decimal(Math.abs(difference) * 100, 1);
        if (number.chars().allMatch(c -> c == '0' || c == '.' || c == ',')) {
            return number;
        }
        return (difference < 0 ? String.valueOf(MINUS) : "+") + number;
    }

    String decimal(double value, int decimals) {
        return localised(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /// Three significant digits; `n/a` where there is no number.
    String number(@Nullable Double value) {
        if (value == null) {
            return notAvailable();
        }
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e7) {
            BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(2));
            int exponent = rounded.precision() - rounded.scale() - 1;
            BigDecimal lead = rounded.movePointLeft(exponent).setScale(1, RoundingMode.HALF_UP);
            return localised(lead) + " × 10" + superscript(exponent);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(3));
        return localised(rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded);
    }

    /// As short as it is exact, for axes.
    String tick(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(6));
        return rounded.signum() == 0
                ? "0"
                : localised(new BigDecimal(rounded.stripTrailingZeros().toPlainString()));
    }

    private static String superscript(int exponent) {
        var text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return text.toString();
    }

    String pValue(@Nullable Double value) {
        if (value == null) {
            return notAvailable();
        }
        return value < 0.001 ? "<" + NARROW_NO_BREAK_SPACE + decimal(0.001, 3) : decimal(value, 3);
    }

    /// `84.3% (78.2–89.0%)`
    String interval(@Nullable Estimate estimate) {
        return estimate == null ? notAvailable() : percent(estimate.value()) + " (" + bounds(estimate) + ")";
    }

    /// `78.2–89.0%`
    String bounds(Estimate estimate) {
        return decimal(estimate.lower() * 100, 1) + "–" + percent(estimate.upper());
    }

    /// `0.912 (0.874–0.950)`
    String area(@Nullable Estimate estimate) {
        return estimate == null
                ? notAvailable()
                : "%s (%s–%s)"
                        .formatted(
                                decimal(estimate.value(), 3),
                                decimal(estimate.lower(), 3),
                                decimal(estimate.upper(), 3));
    }

    /// `+2.5 (−1.0 to +6.0)`, in points
    String difference(@Nullable Estimate estimate) {
        return estimate == null
                ? notAvailable()
                : "%s (%s %s %s)"
                        .formatted(
                                points(estimate.value()),
                                points(estimate.lower()),
                                language.pick("to", "à"),
                                points(estimate.upper()));
    }

    /// `+0.025 (−0.010 to +0.060)`
    String areaDifference(@Nullable Estimate estimate) {
        return estimate == null
                ? notAvailable()
                : "%s (%s %s %s)"
                        .formatted(
                                signed(estimate.value()),
                                signed(estimate.lower()),
                                language.pick("to", "à"),
                                signed(estimate.upper()));
    }

    private String signed(double value) {
        String number = decimal(Math.abs(value), 3);
        if (BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).signum() == 0) {
            return number;
        }
        return (value < 0 ? String.valueOf(MINUS) : "+") + number;
    }

    String notAvailable() {
        return language.pick("n/a", "n.d.");
    }

    /// `26 January 2026` or `26 janvier 2026`, the first of a month in French as `1er`.
    String date(LocalDate day) {
        return dayAndMonth(day) + " " + day.getYear();
    }

    String dayAndMonth(LocalDate day) {
        int month = day.getMonthValue() - 1;
        return switch (language) {
            case ENGLISH -> day.getDayOfMonth() + " " + MONTHS_ENGLISH.get(month);
            case FRENCH -> dayOfMonth(day) + " " + MONTHS_FRENCH.get(month);
        };
    }

    private String dayOfMonth(LocalDate day) {
        return language == Language.FRENCH && day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth());
    }

    /// First and last day of a period whose end is not part of it.
    String days(Period period, ZoneId zone) {
        LocalDate first = period.from().atZone(zone).toLocalDate();
        LocalDate last = period.to().minusNanos(1).atZone(zone).toLocalDate();
        if (first.getYear() == last.getYear() && first.getMonth() == last.getMonth()) {
            return "%s–%s".formatted(dayOfMonth(first), date(last));
        }
        return first.getYear() == last.getYear()
                ? "%s – %s".formatted(dayAndMonth(first), date(last))
                : "%s – %s".formatted(date(first), date(last));
    }

    String date(Instant instant, ZoneId zone) {
        return date(instant.atZone(zone).toLocalDate());
    }

    String time(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return String.format(Locale.ROOT, "%02d:%02d, %s", local.getHour(), local.getMinute(), zone.getId());
    }

    /// `2 February 2026, 07:00 (Europe/Paris)`
    String moment(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return String.format(
                Locale.ROOT,
                language.pick("%s, %02d:%02d (%s)", "%s à %02d:%02d (%s)"),
                date(local.toLocalDate()),
                local.getHour(),
                local.getMinute(),
                zone.getId());
    }

    /// `W05` or `S05`
    String week(IsoWeek week) {
        return String.format(Locale.ROOT, language.pick("W%02d", "S%02d"), week.week());
    }

    String duration(@Nullable Duration duration) {
        if (duration == null) {
            return notAvailable();
        }
        if (duration.compareTo(Duration.ofDays(2)) >= 0) {
            return language.pick("%s days", "%s jours").formatted(decimal(duration.toMinutes() / 1440.0, 1));
        }
        return language.pick("%s h", "%s h").formatted(decimal(duration.toMinutes() / 60.0, 1));
    }

    private String localised(BigDecimal number) {
        String text = number.signum() < 0 ? MINUS + number.abs().toPlainString() : number.toPlainString();
        return language == Language.FRENCH ? text.replace('.', ',') : text;
    }
}
