package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.drift.window.FeatureWindow;
import org.vigie.drift.window.Sorted;

/// Is one case unlike every case of the reference?
///
/// ## Definition
///
/// ```text
/// s(x) = mean distance of x to its k nearest reference cases
/// p(x) = (1 + number of reference cases with sᵢ ≥ s(x)) / (n + 1),   sᵢ  the same of case i to the other n − 1
/// ```
///
/// Distances are Euclidean over d dimensions standardised on the reference, divided by √d; a dimension that does not
/// vary there is taken as it is, so that another value counts.
///
/// ## Unit and range
///
/// The distance is in standard deviations of a dimension, in `[0, ∞)`; the p-value in `[1 / (n + 1), 1]`.
///
/// ## Reading the value
///
/// Of cases that come from the reference's distribution, about a share α has `p ≤ α`, whatever the distribution. It
/// takes `1/α` reference cases to reach α at all. A case is novel for its own sake: that some cases of a week are, is
/// expected; whether they are too many is a question for a test of the week.
///
/// ## Where this differs from the usual formula
///
/// Density estimates and thresholds of "mean plus three deviations" rest on a law; ranks among the reference's own
/// distances do not. The reference's distances are to one case fewer than a new case's, so that p is a shade
/// conservative. At most [#MOST] reference cases are kept, chosen at random.
///
/// ## Sources
///
/// 1. Vovk, V., Gammerman, A., & Shafer, G. (2022). *Algorithmic learning in a random world*, 2nd ed. Springer.
///    doi:10.1007/978-3-031-06649-8 (conformal p-values)
/// 2. Laxhammar, R., & Falkman, G. (2015). *Inductive conformal anomaly detection for sequential detection of
///    anomalous sub-trajectories.* Annals of Mathematics and Artificial Intelligence 74, 67–94.
///    doi:10.1007/s10472-013-9381-7
public final class NoveltyReference {

    /// Nearest cases taken, unless stated otherwise.
    public static final int NEIGHBOURS = 5;

    /// Most reference cases kept.
    public static final int MOST = 4_000;

    /// In standard deviations, so that squares stay within a `float`.
    private static final double FARTHEST = 1e15;

    private final Scale scale;
    private final int neighbours;
    private final int[] kept;
    private final float[][] cases;
    private final double[] ownDistances;

    private NoveltyReference(Scale scale, int neighbours, int[] kept, float[][] cases, double[] ownDistances) {
        this.scale = scale;
        this.neighbours = neighbours;
        this.kept = kept;
        this.cases = cases;
        this.ownDistances = ownDistances;
    }

    /// With [#NEIGHBOURS] nearest cases.
    ///
    /// @throws IllegalArgumentException if the reference has no more cases than neighbours, or no dimensions
    public static NoveltyReference of(FeatureWindow reference, long seed) {
        return of(reference, NEIGHBOURS, seed);
    }

    /// @throws IllegalArgumentException if `neighbours < 1`, or the reference has no more cases than neighbours, or
    ///     no dimensions
    public static NoveltyReference of(FeatureWindow reference, int neighbours, long seed) {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours " + neighbours + " < 1");
        }
        if (reference.size() <= neighbours || reference.dimensions() == 0) {
            throw new IllegalArgumentException(
                    "reference has " + reference.size() + " cases of " + reference.dimensions() + " dimensions, "
                            + (neighbours + 1) + " cases of 1 dimension are required");
        }
        Scale scale = Scale.of(reference).takingConstantsAsTheyAre();
        int[] kept = BoundedSample.positions(reference.size(), MOST, seed);
        float[][] cases = IntStream.of(kept)
                .mapToObj(i -> floats(scale.apply(reference.vector(i))))
                .toArray(float[][]::new);
        double[] own = IntStream.range(0, cases.length)
                .parallel()
                .mapToDouble(i -> Nearest.of(cases, cases[i], neighbours, i).mean(divisor(scale)))
                .toArray();
        Arrays.sort(own);
        return new NoveltyReference(scale, neighbours, kept, cases, own);
    }

    /// What is to be said of one case; it is novel when its p-value is at most `falsePositives`.
    ///
    /// @throws IllegalArgumentException if `falsePositives` is not in (0, 1), or the vector holds an infinity
    public CaseNovelty judge(float[] vector, double falsePositives) {
        if (!(falsePositives > 0 && falsePositives < 1)) {
            throw new IllegalArgumentException("falsePositives " + falsePositives + " is not in (0, 1)");
        }
        if (vector.length != scale.mean().length) {
            return new CaseNovelty.CannotJudge(
                    "the case has " + vector.length + " dimensions, the reference has " + scale.mean().length);
        }
        FeatureWindow one = FeatureWindow.of(List.<float[]>of(vector));
        if (one.size() == 0) {
            return new CaseNovelty.CannotJudge("the case has a missing dimension");
        }
        if (1.0 / (ownDistances.length + 1) > falsePositives) {
            return new CaseNovelty.CannotJudge(ownDistances.length + " reference cases cannot reach the share "
                    + falsePositives + ", " + (long) Math.ceil(1 / falsePositives - 1) + " are required");
        }
        var nearest = Nearest.of(cases, floats(scale.apply(one.vector(0))), neighbours, -1);
        double distance = nearest.mean(divisor(scale));
        double p = (1.0 + ownDistances.length - Sorted.below(ownDistances, distance)) / (ownDistances.length + 1.0);
        return new CaseNovelty.Judged(
                distance, p, threshold(falsePositives), kept[nearest.index()[0]], p <= falsePositives);
    }

    /// Distance above which a case is novel at this share of false positives; infinite when the reference is
    /// too small to reach it.
    public double threshold(double falsePositives) {
        // p ≤ α asks for no more than ⌊α (n + 1)⌋ − 1 own distances at least as large
        long beyond = (long) Math.floor(falsePositives * (ownDistances.length + 1) * (1 + 1e-12)) - 1;
        return beyond < 0 ? Double.POSITIVE_INFINITY : ownDistances[(int) (ownDistances.length - 1 - beyond)];
    }

    /// Reference cases that distances are measured to.
    public int cases() {
        return cases.length;
    }

    private static double divisor(Scale scale) {
        return Math.sqrt(scale.varying());
    }

    private static float[] floats(double[] vector) {
        float[] floats = new float[vector.length];
        for (int k = 0; k < floats.length; k++) {
            floats[k] = (float) Math.clamp(vector[k], -FARTHEST, FARTHEST);
        }
        return floats;
    }
}
