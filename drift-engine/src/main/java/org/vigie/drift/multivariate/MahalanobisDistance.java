package org.vigie.drift.multivariate;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.vigie.drift.window.FeatureWindow;

/// How far a case lies from the centre of a reference, in standard deviations of the direction it lies in.
///
/// ## Definition
///
/// ```text
/// D(x) = √( (x − μ)ᵀ Ŝ⁻¹ (x − μ) )      μ mean, Ŝ covariance of the reference
/// ```
///
/// With at least ten cases to a dimension Ŝ is the plain covariance (divisor n); with fewer it is drawn towards the
/// variances, as far as the noise asks for [2]. Dimensions that do not vary in the reference are left out.
///
/// ## Unit and range
///
/// Standard deviations, in `[0, ∞)`. Any invertible linear change of the dimensions leaves it as it is while nothing is
/// drawn.
///
/// ## Reading the value
///
/// For normal cases D² is about χ² with as many degrees of freedom as dimensions. For a single case
/// [NoveltyReference] gives a p-value that needs no normal law; for two windows see [HotellingTest].
///
/// ## Sources
///
/// 1. Mahalanobis, P. C. (1936). *On the generalized distance in statistics.* Proceedings of the National Institute
///    of Sciences of India 2(1), 49–55.
/// 2. Schäfer, J., & Strimmer, K. (2005). *A shrinkage approach to large-scale covariance matrix estimation.*
///    Statistical Applications in Genetics and Molecular Biology 4(1), 32. doi:10.2202/1544-6115.1175
public final class MahalanobisDistance {

    static final int PLENTY = 10;

    private final Scale scale;
    private final ShrunkCovariance covariance;

    private MahalanobisDistance(Scale scale, ShrunkCovariance covariance) {
        this.scale = scale;
        this.covariance = covariance;
    }

    /// @throws IllegalArgumentException if the reference has fewer than three cases or no dimensions
    public static MahalanobisDistance from(FeatureWindow reference) {
        if (reference.size() < 3 || reference.dimensions() == 0) {
            throw new IllegalArgumentException("reference has " + reference.size() + " cases of "
                    + reference.dimensions() + " dimensions, 3 cases of 1 dimension are required");
        }
        Scale scale = Scale.of(reference);
        double[][] standardised = IntStream.range(0, reference.size())
                .mapToObj(i -> scale.apply(reference.vector(i)))
                .toArray(double[][]::new);
        boolean needed = reference.size() < PLENTY * reference.dimensions();
        return new MahalanobisDistance(scale, ShrunkCovariance.of(standardised, needed));
    }

    /// Distance of one case; empty when it has a `NaN`.
    ///
    /// @throws IllegalArgumentException if it has another number of dimensions than the reference, or an infinity
    public OptionalDouble of(float... vector) {
        FeatureWindow one = FeatureWindow.of(java.util.List.<float[]>of(vector));
        if (vector.length != scale.mean().length) {
            throw new IllegalArgumentException(
                    "vector has " + vector.length + " dimensions, the reference has " + scale.mean().length);
        }
        if (one.size() == 0) {
            return OptionalDouble.empty();
        }
        double squares = 0;
        for (double y : covariance.whitened(scale.apply(one.vector(0)))) {
            squares += y * y;
        }
        return OptionalDouble.of(Math.sqrt(squares));
    }

    /// How far the covariance was drawn towards the variances, in `[0, 1]`.
    public double shrinkage() {
        return covariance.lambda();
    }
}
