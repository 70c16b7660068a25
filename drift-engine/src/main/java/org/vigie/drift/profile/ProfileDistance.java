package org.vigie.drift.profile;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How far two profiles are apart: values that do not decide, each with certain bounds.
///
/// | | value | unit | bounds |
/// | --- | --- | --- | --- |
/// | [#kolmogorovSmirnov] | `max ∣F − G∣` | share, [0, 1] | `± (ε₁ + ε₂)` |
/// | [#wasserstein] | `∫ ∣F − G∣ dx` | that of the variable | the integral of the least and greatest `∣F − G∣` |
/// | [#populationStability] | `Σ (c − r) ln(c / r)` | [0, ∞) | least and greatest term of each bin |
/// | [#jensenShannon] | divergence in bits | [0, 1] | likewise |
///
/// `F` and `G` are known to within the rank errors `ε₁` and `ε₂` and lie in [0, 1]. Bins end at quantiles of
/// the reference profile; shares in bins are `(count + 1/2) / (n + B/2)` and known to within `2ε`.
public final class ProfileDistance {

    private ProfileDistance() {}

    /// Greatest difference of the cumulative shares.
    ///
    /// @throws IllegalArgumentException if a profile is empty
    public static SketchedValue kolmogorovSmirnov(NumericProfile reference, NumericProfile current) {
        requireNonEmpty(reference, current);
        double d = 0;
        for (double x : knots(reference, current)) {
            d = Math.max(d, difference(reference, current, x));
        }
        double error = reference.rankError() + current.rankError();
        return new SketchedValue(
                "Kolmogorov–Smirnov D", d, error == 0 ? d : Math.max(0, d - error), Math.min(1, d + error));
    }

    /// Area between the cumulative shares, in the unit of the variable.
    ///
    /// @throws IllegalArgumentException if a profile is empty
    public static SketchedValue wasserstein(NumericProfile reference, NumericProfile current) {
        requireNonEmpty(reference, current);
        double[] knots = knots(reference, current);
        double area = 0;
        double least = 0;
        double most = 0;
        for (int i = 0; i + 1 < knots.length; i++) {
            double x = knots[i];
            double width = knots[i + 1] - x;
            double[] f = shares(reference, x);
            double[] g = shares(current, x);
            area += difference(reference, current, x) * width;
            least += Math.max(0, Math.max(f[0] - g[1], g[0] - f[1])) * width;
            most += Math.max(f[1] - g[0], g[1] - f[0]) * width;
        }
        boolean exact = reference.rankError() == 0 && current.rankError() == 0;
        return new SketchedValue(
                "Wasserstein distance",
                area,
                exact ? area : Math.min(least, area),
                exact ? area : Math.max(most, area));
    }

    /// Population stability index over quantile bins of the reference.
    ///
    /// @throws IllegalArgumentException if a profile is empty or `bins < 2`
    public static SketchedValue populationStability(NumericProfile reference, NumericProfile current, int bins) {
        return divergence("population stability index", reference, current, bins, (r, c) -> (c - r) * Math.log(c / r));
    }

    /// Jensen–Shannon divergence in bits over quantile bins of the reference.
    ///
    /// @throws IllegalArgumentException if a profile is empty or `bins < 2`
    public static SketchedValue jensenShannon(NumericProfile reference, NumericProfile current, int bins) {
        return divergence("Jensen–Shannon divergence", reference, current, bins, (r, c) -> {
            double middle = (r + c) / 2;
            return (r * Math.log(r / middle) + c * Math.log(c / middle)) / (2 * Math.log(2));
        });
    }

    private interface Term {
        double of(double r, double c);
    }

    private static SketchedValue divergence(
            String name, NumericProfile reference, NumericProfile current, int bins, Term term) {
        requireNonEmpty(reference, current);
        if (bins < 2) {
            throw new IllegalArgumentException("bins " + bins + " < 2");
        }
        double[] edges = IntStream.range(1, bins)
                .mapToDouble(k -> reference.quantile((double) k / bins))
                .distinct()
                .toArray();
        double[] r = shares(reference, edges);
        double[] c = shares(current, edges);
        double value = 0;
        double least = 0;
        double most = 0;
        for (int i = 0; i < r.length; i++) {
            value += term.of(r[i], c[i]);
            double[] rs = bounds(r[i], reference, r.length);
            double[] cs = bounds(c[i], current, r.length);
            // convex in both: greatest in a corner, least where the intervals come closest
            least += rs[1] < cs[0] ? term.of(rs[1], cs[0]) : cs[1] < rs[0] ? term.of(rs[0], cs[1]) : 0;
            most += Math.max(
                    Math.max(term.of(rs[0], cs[0]), term.of(rs[1], cs[1])),
                    Math.max(term.of(rs[0], cs[1]), term.of(rs[1], cs[0])));
        }
        boolean exact = reference.rankError() == 0 && current.rankError() == 0;
        double sound = Math.max(0, value);
        return new SketchedValue(
                name, sound, exact ? sound : Math.min(least, sound), exact ? sound : Math.max(most, sound));
    }

    private static double[] bounds(double share, NumericProfile profile, int bins) {
        double width = 2 * profile.rankError();
        double smallest = 0.5 / (profile.size() + 0.5 * bins);
        return new double[] {Math.max(smallest, share - width), Math.min(1, share + width)};
    }

    private static double[] shares(NumericProfile profile, double[] edges) {
        double[] shares = new double[edges.length + 1];
        double total = profile.size() + 0.5 * shares.length;
        double below = 0;
        for (int i = 0; i < shares.length; i++) {
            double upTo = i == edges.length ? profile.size() : profile.shareUpTo(edges[i]) * profile.size();
            shares[i] = (upTo - below + 0.5) / total;
            below = upTo;
        }
        return shares;
    }

    /// Least and greatest share that can lie at or below x.
    private static double[] shares(NumericProfile profile, double x) {
        double share = profile.shareUpTo(x);
        if (x < profile.moments().least() || x >= profile.moments().greatest()) {
            return new double[] {share, share};
        }
        double error = profile.rankError();
        return new double[] {Math.max(0, share - error), Math.min(1, share + error)};
    }

    /// Every value at which a cumulative share changes, in ascending order.
    private static double[] knots(NumericProfile reference, NumericProfile current) {
        RankSummary a = reference.ranks();
        RankSummary b = current.ranks();
        double[] knots = new double[a.points() + b.points() + 4];
        for (int i = 0; i < a.points(); i++) {
            knots[i] = a.value(i);
        }
        for (int i = 0; i < b.points(); i++) {
            knots[a.points() + i] = b.value(i);
        }
        knots[knots.length - 1] = reference.moments().least();
        knots[knots.length - 2] = reference.moments().greatest();
        knots[knots.length - 3] = current.moments().least();
        knots[knots.length - 4] = current.moments().greatest();
        Arrays.sort(knots);
        return knots;
    }

    /// In whole numbers, so that equal shares cancel exactly.
    private static double difference(NumericProfile reference, NumericProfile current, double x) {
        double f = reference.shareUpTo(x) * reference.size();
        double g = current.shareUpTo(x) * current.size();
        return Math.abs(Math.rint(f) * current.size() - Math.rint(g) * reference.size())
                / ((double) reference.size() * current.size());
    }

    private static void requireNonEmpty(NumericProfile reference, NumericProfile current) {
        if (reference.size() == 0 || current.size() == 0) {
            throw new IllegalArgumentException((reference.size() == 0 ? "reference" : "current") + " profile is empty");
        }
    }
}
