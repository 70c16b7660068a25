package org.vigie.drift.profile;

/// Count, mean, sum of squared deviations, least and greatest of the values present.
///
/// Two of them merge without the values (Chan, T. F., Golub, G. H., & LeVeque, R. J. (1983). *Algorithms
/// for computing the sample variance: analysis and recommendations.* The American Statistician 37(3),
/// 242–247. doi:10.1080/00031305.1983.10483115):
///
/// ```text
/// n = nₐ + n_b    δ = mean_b − meanₐ    mean = (nₐ·meanₐ + n_b·mean_b) / n    M₂ = M₂ₐ + M₂_b + δ²·nₐ·n_b / n
/// ```
///
/// @param count values present
/// @param mean 0 when there are none
/// @param squares `Σ (x − mean)²`
/// @param least `+∞` when there are none
/// @param greatest `−∞` when there are none
public record Moments(long count, double mean, double squares, double least, double greatest) {

    static final Moments NONE = new Moments(0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /// Of the first `size` values, which must be finite and in ascending order.
    static Moments ofSorted(double[] sorted, int size) {
        if (size == 0) {
            return NONE;
        }
        if (sorted[0] == sorted[size - 1]) {
            return new Moments(size, sorted[0], 0, sorted[0], sorted[0]);
        }
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += sorted[i];
        }
        double mean = total / size;
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double deviation = sorted[i] - mean;
            squares += deviation * deviation;
            sum += deviation;
        }
        double centre = Math.clamp(mean + sum / size, sorted[0], sorted[size - 1]);
        return new Moments(size, centre, Math.max(0, squares - sum * sum / size), sorted[0], sorted[size - 1]);
    }

    Moments plus(Moments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        double n = (double) count + other.count;
        double difference = other.mean - mean;
        double least = Math.min(this.least, other.least);
        double greatest = Math.max(this.greatest, other.greatest);
        double mean = this.mean * (count / n) + other.mean * (other.count / n);
        double squares = this.squares + other.squares + difference * difference * (count / n) * other.count;
        return new Moments(
                Math.addExact(count, other.count),
                Math.clamp(mean, least, greatest),
                least == greatest ? 0 : squares,
                least,
                greatest);
    }

    /// Standard deviation with divisor `n − 1`; 0 for a single value, `NaN`-free: 0 when there is none.
    public double standardDeviation() {
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    }
}
