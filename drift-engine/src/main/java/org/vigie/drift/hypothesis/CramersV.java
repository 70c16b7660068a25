package org.vigie.drift.hypothesis;

import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.verdict.EffectSize;

/// Cramér's V with Bergsma's correction of its bias.
///
/// ## Definition
///
/// For two windows of together `N` observations over `k` categories that occur:
///
/// ```text
/// φ² = max(0, χ² / N − (k − 1) / (N − 1))
/// Ṽ  = √( φ² / min(k̃ − 1, r̃ − 1) ),   k̃ = k − (k − 1)² / (N − 1),   r̃ = 2 − 1 / (N − 1)
/// ```
///
/// ## Unit and range
///
/// Dimensionless, in `[0, 1]`.
///
/// ## Reading the value
///
/// The plain V of two windows without drift is about `√((k − 1) / N)`, so it looks like an effect where
/// windows are small or categories many; Ṽ is 0 in about half of such pairs and near the true V otherwise.
///
/// ## Source
///
/// Bergsma, W. (2013). *A bias-correction for Cramér's V and Tschuprow's T.* Journal of the Korean
/// Statistical Society 42(3), 323–328. doi:10.1016/j.jkss.2012.10.002
public final class CramersV {

    private CramersV() {}

    /// 0 when only one category was seen.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static EffectSize corrected(BinnedCounts reference, BinnedCounts current) {
        HomogeneityCounts.requireSameBins(reference, current);
        double all = (double) reference.total() + current.total();
        double k = HomogeneityCounts.occupied(reference.toArray(), current.toArray());
        double value = 0;
        if (k > 1) {
            double chiSquare = ChiSquareHomogeneityTest.statistic(reference, current);
            double phi = Math.max(0, chiSquare / all - (k - 1) / (all - 1));
            double columns = k - (k - 1) * (k - 1) / (all - 1);
            double rows = 2 - 1 / (all - 1);
            double smaller = Math.min(columns, rows) - 1;
            value = smaller > 0 ? Math.min(1, Math.sqrt(phi / smaller)) : 0;
        }
        return new EffectSize(
                "bias-corrected Cramér's V", value, "0 when all shares agree, 1 when the windows share no category");
    }
}
