package org.vigie.drift.agreement;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.StandardNormal;

/// Cohen's κ of two readers, plain or weighted.
///
/// ## Definition
///
/// ```text
/// κ = (pₒ − pₑ)/(1 − pₑ)     pₒ = Σᵢⱼ wᵢⱼ pᵢⱼ     pₑ = Σᵢⱼ wᵢⱼ pᵢ. p.ⱼ
///
/// pᵢⱼ  share of the cases both rated that the first reader put in category i and the second in j
/// wᵢⱼ  weights, see Weights; identity gives the plain κ
///
/// n var κ = [Σᵢⱼ pᵢⱼ (wᵢⱼ − (w̄ᵢ. + w̄.ⱼ)(1 − κ))² − (κ − pₑ(1 − κ))²] / (1 − pₑ)²
/// ```
///
/// with `w̄ᵢ. = Σⱼ wᵢⱼ p.ⱼ` and `w̄.ⱼ = Σᵢ wᵢⱼ pᵢ.` \[3]. The standard error when nothing but chance is at work
/// ([#nullStandardError]) is `n var = [Σᵢⱼ pᵢ. p.ⱼ (wᵢⱼ − (w̄ᵢ. + w̄.ⱼ))² − pₑ²] / (1 − pₑ)²`.
///
/// ## Unit and range
///
/// At most 1 (full agreement); 0 is what two readers who knew nothing but their own frequencies would reach.
///
/// ## Reading the value
///
/// When nearly all cases are of one category κ is low although the readers hardly ever differ: see [KappaParadox].
///
/// ## Where this differs from the usual formula
///
/// When both readers used one and the same category only, κ is 0/0: undefined, with that reason, not 1 and not NaN.
///
/// ## Sources
///
/// 1. Cohen, J. (1960). *A coefficient of agreement for nominal scales.* Educational and Psychological Measurement
///    20(1), 37–46. doi:10.1177/001316446002000104
/// 2. Cohen, J. (1968). *Weighted kappa.* Psychological Bulletin 70(4), 213–220. doi:10.1037/h0026256
/// 3. Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). *Large sample standard errors of kappa and weighted kappa.*
///    Psychological Bulletin 72(5), 323–327. doi:10.1037/h0028106
public final class CohenKappa {

    private CohenKappa() {}

    /// κ of the cases both readers rated, with the large-sample interval.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public static Agreement of(Ratings ratings, Weights weights, double confidence) {
        Interval.requireConfidence(confidence);
        String name = weights.named("Cohen's κ");
        if (ratings.readers() != 2) {
            return new Agreement.Undefined(name, "it compares two readers, there are " + ratings.readers());
        }
        Table table = Table.of(ratings, weights);
        if (table.n == 0) {
            return new Agreement.Undefined(name, "no case was rated by both readers");
        }
        if (table.expected >= 1 - 1e-12) {
            return new Agreement.Undefined(name, "both readers used one category only, so chance agreement is 1");
        }
        double kappa = (table.observed - table.expected) / (1 - table.expected);
        double se = table.standardError(kappa);
        double half = StandardNormal.twoSided(confidence) * se;
        return new Agreement.Estimated(
                name,
                kappa,
                table.observed,
                table.expected,
                OptionalDouble.of(se),
                Optional.of(new Interval(Math.max(-1, kappa - half), Math.min(1, kappa + half), confidence)),
                (int) table.n);
    }

    /// Standard error of κ if the readers' answers had nothing to do with each other; κ divided by it is the z of the
    /// test of that. Absent where κ is not defined.
    public static OptionalDouble nullStandardError(Ratings ratings, Weights weights) {
        Table table = ratings.readers() == 2 ? Table.of(ratings, weights) : Table.NONE;
        return table.n == 0 || table.expected >= 1 - 1e-12
                ? OptionalDouble.empty()
                : OptionalDouble.of(table.nullStandardError());
    }

    /// Shares of the cross table of two readers and its weighted margins.
    private static final class Table {

        static final Table NONE = new Table(new double[0][0], new double[0][0], 0);

        final double[][] shares;
        final double[][] weights;
        final double[] rows;
        final double[] columns;
        final double[] rowWeights;
        final double[] columnWeights;
        final double n;
        final double observed;
        final double expected;

        private Table(double[][] shares, double[][] weights, double n) {
            int k = shares.length;
            this.shares = shares;
            this.weights = weights;
            this.n = n;
            rows = new double[k];
            columns = new double[k];
            rowWeights = new double[k];
            columnWeights = new double[k];
            double sum = 0;
            double chance = 0;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    rows[i] += shares[i][j];
                    columns[j] += shares[i][j];
                    sum += weights[i][j] * shares[i][j];
                }
            }
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    rowWeights[i] += weights[i][j] * columns[j];
                    columnWeights[j] += weights[i][j] * rows[i];
                    chance += weights[i][j] * rows[i] * columns[j];
                }
            }
            observed = sum;
            expected = chance;
        }

        static Table of(Ratings ratings, Weights weights) {
            int k = ratings.categories().size();
            double[][] counts = new double[k][k];
            double n = 0;
            for (int i = 0; i < ratings.size(); i++) {
                int first = ratings.code(i, 0);
                int second = ratings.code(i, 1);
                if (first != Ratings.GAP && second != Ratings.GAP) {
                    counts[first][second]++;
                    n++;
                }
            }
            for (double[] row : counts) {
                for (int j = 0; j < k; j++) {
                    row[j] = n == 0 ? 0 : row[j] / n;
                }
            }
            return new Table(counts, weights.matrix(ratings.values()), n);
        }

        double standardError(double kappa) {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    double term = weights[i][j] - (rowWeights[i] + columnWeights[j]) * (1 - kappa);
                    sum += shares[i][j] * term * term;
                }
            }
            double centre = kappa - expected * (1 - kappa);
            return Math.sqrt(Math.max(0, sum - centre * centre) / n) / (1 - expected);
        }

        double nullStandardError() {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    double term = weights[i][j] - (rowWeights[i] + columnWeights[j]);
                    sum += rows[i] * columns[j] * term * term;
                }
            }
            return Math.sqrt(Math.max(0, sum - expected * expected) / n) / (1 - expected);
        }
    }
}
