package org.vigie.drift;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/// Changes of shares injected into seeded windows of labels, to see how large one must be to be found.
///
/// A change is a share of the cases that leaves the commonest label for the others, in proportion to their
/// shares. The critical value is that of the χ² distribution, also where the test itself relabels because
/// some labels are rare. Windows of up to 64 effective observations, `n·m / (n + m)`, are drawn; beyond that
/// the power is that of the noncentral χ² distribution.
final class ShareInjection {

    private static final int DRAWN_UP_TO = 64;
    private static final int DRAWS = 200;
    private static final double RESOLUTION = 0.001;

    private final double[] shares;
    private final int commonest;
    private final double currentPart;
    private final double critical;
    private final int[][] labels;
    private final int[][] targets;
    private final double[][] moves;

    private ShareInjection(double[] shares, double currentPart, int size, double level, long seed) {
        this.shares = shares;
        this.currentPart = currentPart;
        this.commonest = commonest(shares);
        this.critical = ChiSquaredDistribution.of(shares.length - 1.0).inverseSurvivalProbability(level);
        var random = new SplittableRandom(seed);
        this.labels = new int[DRAWS][size];
        this.targets = new int[DRAWS][size];
        this.moves = new double[DRAWS][size];
        double[] others = shares.clone();
        others[commonest] = 0;
        double[] all = cumulative(shares);
        double[] rest = cumulative(others);
        for (int d = 0; d < DRAWS; d++) {
            for (int i = 0; i < size; i++) {
                labels[d][i] = pick(all, random.nextDouble());
                targets[d][i] = pick(rest, random.nextDouble());
                moves[d][i] = random.nextDouble();
            }
        }
    }

    /// @param counts of the reference, at least two of them positive
    static OptionalDouble smallestChange(long[] counts, long currentSize, double level, long seed) {
        double[] shares = shares(counts);
        double n = Arrays.stream(counts).sum();
        double effective = n * currentSize / (n + currentSize);
        if (effective > DRAWN_UP_TO) {
            return inLargeWindows(shares, effective, level);
        }
        int size = (int) Math.max(1, Math.rint(effective));
        return new ShareInjection(shares, currentSize / (n + currentSize), size, level, seed).smallest();
    }

    /// Smallest share of a label unseen in the reference that Fisher's exact test finds.
    static OptionalDouble smallestNewShare(long n, long m, double level) {
        double p = 1;
        int cases = 0; // fewest that speak of a change
        while (p > level) {
            if (cases == m) {
                return OptionalDouble.empty();
            }
            p *= (m - cases) / ((double) n + m - cases);
            cases++;
        }
        double low = 0;
        double high = 1;
        while (high - low > RESOLUTION * high) {
            double middle = (low + high) / 2;
            double power = BinomialDistribution.of(Math.toIntExact(m), middle).survivalProbability(cases - 1);
            if (power < MinimumDetectable.POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    private static OptionalDouble inLargeWindows(double[] shares, double effective, double level) {
        double degrees = shares.length - 1.0;
        double critical = ChiSquaredDistribution.of(degrees).inverseSurvivalProbability(level);
        double low = 0;
        double high = 1;
        while (noncentralSurvival(critical, degrees, high) < MinimumDetectable.POWER) {
            low = high;
            high *= 2;
        }
        while (high - low > 1e-3 * high) {
            double middle = (low + high) / 2;
            if (noncentralSurvival(critical, degrees, middle) < MinimumDetectable.POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double largest = shares[commonest(shares)];
        double change = Math.sqrt(high * largest * (1 - largest) / effective);
        return change <= largest ? OptionalDouble.of(change) : OptionalDouble.empty();
    }

    /// A Poisson mixture of central χ² distributions.
    private static double noncentralSurvival(double x, double degrees, double noncentrality) {
        PoissonDistribution weight = PoissonDistribution.of(noncentrality / 2);
        int last = weight.inverseSurvivalProbability(1e-9);
        double survival = 0;
        for (int j = 0; j <= last; j++) {
            survival += weight.probability(j)
                    * ChiSquaredDistribution.of(degrees + 2.0 * j).survivalProbability(x);
        }
        return survival;
    }

    private OptionalDouble smallest() {
        double low = 0;
        double high = shares[commonest];
        if (power(high) < MinimumDetectable.POWER) {
            return OptionalDouble.empty();
        }
        while (high - low > RESOLUTION) {
            double middle = (low + high) / 2;
            if (power(middle) < MinimumDetectable.POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    private double power(double change) {
        double leaving = change / shares[commonest];
        double[] counts = new double[shares.length];
        int found = 0;
        for (int d = 0; d < DRAWS; d++) {
            Arrays.fill(counts, 0);
            for (int i = 0; i < labels[d].length; i++) {
                int label = labels[d][i];
                counts[label == commonest && moves[d][i] < leaving ? targets[d][i] : label]++;
            }
            found += chiSquare(counts, labels[d].length) >= critical ? 1 : 0;
        }
        return (double) found / DRAWS;
    }

    /// The difference of the shares has the noise of both windows, their mean the weights of both.
    private double chiSquare(double[] counts, int size) {
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            double share = counts[k] / size;
            double pooled = currentPart * share + (1 - currentPart) * shares[k];
            sum += pooled > 0 ? (share - shares[k]) * (share - shares[k]) / pooled : 0;
        }
        return size * sum;
    }

    private static double[] shares(long[] counts) {
        double n = Arrays.stream(counts).sum();
        return Arrays.stream(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> count / n)
                .toArray();
    }

    private static int commonest(double[] shares) {
        int commonest = 0;
        for (int k = 1; k < shares.length; k++) {
            commonest = shares[k] > shares[commonest] ? k : commonest;
        }
        return commonest;
    }

    private static double[] cumulative(double[] weights) {
        double[] cumulative = weights.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        return cumulative;
    }

    /// First position whose cumulative weight is above a share of the whole.
    private static int pick(double[] cumulative, double share) {
        double place = share * cumulative[cumulative.length - 1];
        int k = 0;
        while (k < cumulative.length - 1 && cumulative[k] <= place) {
            k++;
        }
        return k;
    }
}
