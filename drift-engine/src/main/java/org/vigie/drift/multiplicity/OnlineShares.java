package org.vigie.drift.multiplicity;

/// The sequences that online procedures spend their level by; each sums to at most 1.
final class OnlineShares {

    private static final double SAFFRON_POWER = 1.6;
    private static final double LORD_SUM = lordSum();
    private static final double SAFFRON_SUM = saffronSum();

    private OnlineShares() {}

    static double lord(long i) {
        return lordTerm((double) i) / LORD_SUM;
    }

    static double saffron(long i) {
        return Math.pow((double) i, -SAFFRON_POWER) / SAFFRON_SUM;
    }

    private static double lordTerm(double i) {
        return Math.log(Math.max(i, 2)) / (i * Math.exp(Math.sqrt(Math.log(i))));
    }

    /// The first 10,000 terms and the integral of the rest from one term earlier, which is above their sum: with
    /// `u = √ln x` it is `2 ∫ u³ e⁻ᵘ du = 2 (u³ + 3u² + 6u + 6) e⁻ᵘ`.
    private static double lordSum() {
        int terms = 10_000;
        double sum = 0;
        for (int i = 1; i <= terms; i++) {
            sum += lordTerm(i);
        }
        double u = Math.sqrt(Math.log(terms));
        return sum + 2 * (u * u * u + 3 * u * u + 6 * u + 6) * Math.exp(-u);
    }

    private static double saffronSum() {
        int terms = 10_000;
        double sum = 0;
        for (int i = 1; i <= terms; i++) {
            sum += Math.pow(i, -SAFFRON_POWER);
        }
        return sum + Math.pow(terms, 1 - SAFFRON_POWER) / (SAFFRON_POWER - 1);
    }
}
