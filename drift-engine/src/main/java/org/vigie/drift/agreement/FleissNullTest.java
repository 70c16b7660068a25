package org.vigie.drift.agreement;

import java.util.OptionalDouble;

/// Whether readers agree more than chance: Fleiss' κ over its standard error when they do not.
///
/// ## Definition
///
/// ```text
/// se₀ = √2 / (Σⱼ pⱼqⱼ √(N n(n − 1))) · √((Σⱼ pⱼqⱼ)² − Σⱼ pⱼqⱼ(qⱼ − pⱼ)),   qⱼ = 1 − pⱼ
/// ```
///
/// for `N` cases with `n` readers each and share `pⱼ` of category j among all answers.
///
/// ## Sources
///
/// 1. Fleiss, J. L., Nee, J. C. M., & Landis, J. R. (1979). *Large sample variance of kappa in the case of different
///    sets of raters.* Psychological Bulletin 86(5), 974–977. doi:10.1037/0033-2909.86.5.974
public final class FleissNullTest {

    private FleissNullTest() {}

    /// κ divided by its null standard error; absent where cases have differently many readers or κ is not defined.
    public static OptionalDouble z(Ratings ratings) {
        Agreement kappa = MultiReaderAgreement.FLEISS_KAPPA.of(ratings, Weights.IDENTITY, 0.95);
        int readers = ratings.readers();
        int[][] counts = ratings.counts();
        double[] shares = new double[ratings.categories().size()];
        for (int[] one : counts) {
            int rated = 0;
            for (int k = 0; k < shares.length; k++) {
                rated += one[k];
                shares[k] += (double) one[k] / ((double) counts.length * readers);
            }
            if (rated != readers) {
                return OptionalDouble.empty();
            }
        }
        if (kappa.estimate().isEmpty()) {
            return OptionalDouble.empty();
        }
        double variety = 0;
        double skew = 0;
        for (double share : shares) {
            variety += share * (1 - share);
            skew += share * (1 - share) * (1 - 2 * share);
        }
        double se = Math.sqrt(2 * (variety * variety - skew) / (counts.length * (readers * (readers - 1.0)))) / variety;
        return OptionalDouble.of(kappa.estimate().getAsDouble() / se);
    }
}
