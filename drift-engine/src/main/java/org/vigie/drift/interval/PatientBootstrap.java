package org.vigie.drift.interval;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Bootstrap interval of any statistic of rows, drawing whole patients.
///
/// ## Definition
///
/// Each replicate draws as many patients as there are, with replacement, takes all rows of each draw, and
/// computes the statistic. From the replicates `t*`:
///
/// ```text
/// percentile   [t*(α/2), t*(1 − α/2)]
/// BCa          [t*(Φ(w(α/2))), t*(Φ(w(1 − α/2)))]     w(p) = z₀ + (z₀ + zₚ)/(1 − a(z₀ + zₚ))
///
/// z₀ = Φ⁻¹(share of t* below t, ties half)
/// a  = Σ d³ / 6(Σ d²)^{3/2}      d: mean of the leave-one-patient-out values minus each of them
/// ```
///
/// Quantiles are those of rank `p(R + 1)`, interpolated.
///
/// ## Reading the value
///
/// Rows of one patient are alike; an interval that draws rows one by one would be too narrow. BCa corrects
/// bias and skewness to second order \[1]; with fewer than about twenty patients no bootstrap covers as it
/// says. A bootstrap cannot see an error that never happened: where every replicate gives the same value, as
/// for a perfect record, there is **no** interval rather than one without width.
///
/// ## Where this differs from the usual formula
///
/// A replicate without a value (`NaN`, such as an AUROC without a positive case) is left out and counted;
/// from one in ten on, there is no interval. The same seed gives the same interval whatever the number of
/// threads: each replicate has its own generator.
///
/// ## Sources
///
/// 1. Efron, B. (1987). *Better bootstrap confidence intervals.* Journal of the American Statistical
///    Association 82(397), 171–185. doi:10.1080/01621459.1987.10478410
/// 2. Field, C. A., & Welsh, A. H. (2007). *Bootstrapping clustered data.* Journal of the Royal Statistical
///    Society B 69(3), 369–390. doi:10.1111/j.1467-9868.2007.00593.x
public final class PatientBootstrap {

    public static final int DEFAULT_REPLICATES = 2_000;

    private static final double MOST_WITHOUT_VALUE = 0.1;

    /// How limits are taken from the replicates.
    public enum Method {
        PERCENTILE,
        BCA
    }

    private final int[][] rowsOfPatient;
    private final int rows;
    private final int replicates;
    private final long seed;

    private PatientBootstrap(int[][] rowsOfPatient, int rows, int replicates, long seed) {
        if (replicates < 100) {
            throw new IllegalArgumentException("replicates " + replicates + " < 100");
        }
        this.rowsOfPatient = rowsOfPatient;
        this.rows = rows;
        this.replicates = replicates;
        this.seed = seed;
    }

    /// @param patients whose each row is; any labels, compared by equality
    /// @throws IllegalArgumentException if `replicates < 100`
    public static PatientBootstrap of(List<?> patients, int replicates, long seed) {
        var index = new LinkedHashMap<Object, Integer>();
        int[] patient = new int[patients.size()];
        for (int i = 0; i < patient.length; i++) {
            int next = index.size();
            patient[i] = index.computeIfAbsent(patients.get(i), label -> next);
        }
        int[] sizes = new int[index.size()];
        for (int each : patient) {
            sizes[each]++;
        }
        int[][] rows = new int[sizes.length][];
        Arrays.setAll(rows, each -> new int[sizes[each]]);
        for (int i = patient.length - 1; i >= 0; i--) {
            rows[patient[i]][--sizes[patient[i]]] = i;
        }
        return new PatientBootstrap(rows, patient.length, replicates, seed);
    }

    /// Each row another patient.
    ///
    /// @throws IllegalArgumentException if `rows` is negative or `replicates < 100`
    public static PatientBootstrap ofIndependentRows(int rows, int replicates, long seed) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows " + rows + " < 0");
        }
        int[][] each = new int[rows][];
        Arrays.setAll(each, i -> new int[] {i});
        return new PatientBootstrap(each, rows, replicates, seed);
    }

    public int patients() {
        return rowsOfPatient.length;
    }

    /// @param statistic of the rows with the indices given; `NaN` where it has no value; called from several
    ///     threads at once, and must neither keep nor change the indices
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public BootstrapEstimate estimate(ToDoubleFunction<int[]> statistic, Method method, double confidence) {
        Interval.requireConfidence(confidence);
        double observed = statistic.applyAsDouble(IntStream.range(0, rows).toArray());
        if (Double.isNaN(observed)) {
            return BootstrapEstimate.none(OptionalDouble.empty(), patients(), 0, "the statistic has no value");
        }
        OptionalDouble value = OptionalDouble.of(observed);
        if (patients() < 2) {
            return BootstrapEstimate.none(value, patients(), 0, patients() + " patients, 2 are required");
        }
        double[] sorted = replicate(statistic);
        int defined = sorted.length;
        int without = replicates - defined;
        if (without > MOST_WITHOUT_VALUE * replicates) {
            return BootstrapEstimate.none(
                    value, patients(), without, without + " of " + replicates + " replicates have no value");
        }
        if (sorted[0] == sorted[defined - 1]) {
            return BootstrapEstimate.none(value, patients(), without, "all replicates are alike");
        }
        double tail = (1 - confidence) / 2;
        double[] ranks = method == Method.PERCENTILE
                ? new double[] {tail, 1 - tail}
                : Acceleration.ranks(sorted, observed, leaveOneOut(statistic), tail);
        return new BootstrapEstimate(
                value,
                Optional.of(new Interval(quantile(sorted, ranks[0]), quantile(sorted, ranks[1]), confidence)),
                patients(),
                without,
                "");
    }

    private double[] replicate(ToDoubleFunction<int[]> statistic) {
        var seeds = new SplittableRandom(seed);
        long[] own = new long[replicates];
        Arrays.setAll(own, i -> seeds.nextLong());
        return Arrays.stream(own)
                .parallel()
                .mapToDouble(each -> statistic.applyAsDouble(draw(new SplittableRandom(each))))
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
    }

    private int[] draw(SplittableRandom random) {
        int[] drawn = new int[Math.max(16, rows * 2)];
        int size = 0;
        for (int i = 0; i < rowsOfPatient.length; i++) {
            int[] own = rowsOfPatient[random.nextInt(rowsOfPatient.length)];
            if (size + own.length > drawn.length) {
                drawn = Arrays.copyOf(drawn, Math.max(drawn.length * 2, size + own.length));
            }
            System.arraycopy(own, 0, drawn, size, own.length);
            size += own.length;
        }
        return Arrays.copyOf(drawn, size);
    }

    private double[] leaveOneOut(ToDoubleFunction<int[]> statistic) {
        return IntStream.range(0, rowsOfPatient.length)
                .parallel()
                .mapToDouble(left -> statistic.applyAsDouble(IntStream.range(0, rowsOfPatient.length)
                        .filter(i -> i != left)
                        .flatMap(i -> Arrays.stream(rowsOfPatient[i]))
                        .toArray()))
                .filter(each -> !Double.isNaN(each))
                .toArray();
    }

    private static double quantile(double[] sorted, double p) {
        double rank = p * (sorted.length + 1) - 1;
        int below = (int) Math.floor(Math.clamp(rank, 0, sorted.length - 1));
        int above = Math.min(sorted.length - 1, below + 1);
        double share = Math.clamp(rank - below, 0, 1);
        return sorted[below] + share * (sorted[above] - sorted[below]);
    }
}
