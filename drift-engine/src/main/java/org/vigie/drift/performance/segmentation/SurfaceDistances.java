package org.vigie.drift.performance.segmentation;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.vigie.drift.window.Sorted;

/// Distances between the surfaces of two masks, in the unit of the spacing.
///
/// ## Definition
///
/// The surface is the set of voxels of a mask that share a face with a voxel outside it or with the edge of the
/// grid. From each surface voxel of one mask the distance to the nearest surface voxel of the other is taken,
/// exactly, with anisotropic spacing:
///
/// ```text
/// Hausdorff            max of both directions' maxima
/// HD95                 max of both directions' 95th percentiles (type 7, linear between ranks)
/// average (symmetric)  sum of all distances of both directions / their number
/// ```
///
/// ## Unit and range
///
/// `[0, ∞)`, mostly mm; scaling the spacing scales them. Absent when exactly one mask is empty (there is no
/// distance to nothing); 0 when both are.
///
/// ## Reading the value
///
/// Hausdorff is one voxel's verdict; HD95 ignores the worst twentieth of each surface and the average hides single
/// large errors. Report two of them.
///
/// ## Where this differs from the usual formula
///
/// MONAI takes the same surfaces and percentiles. DeepMind's surface-distance puts the surface *between*
/// voxels, weights each element by its area and takes the percentile of the area: two single voxels 2 mm apart
/// have an average distance of 1.5 mm there and 2 mm here, and HD95 differs by up to a voxel. Others take the
/// 95th percentile over both directions pooled, which a large surface dominates.
///
/// ## Sources
///
/// 1. Huttenlocher, D. P., Klanderman, G. A., & Rucklidge, W. J. (1993). *Comparing images using the Hausdorff
///    distance.* IEEE Transactions on Pattern Analysis and Machine Intelligence 15(9), 850–863.
///    doi:10.1109/34.232073
/// 2. Taha, A. A., & Hanbury, A. (2015). *Metrics for evaluating 3D medical image segmentation.* BMC Medical
///    Imaging 15, 29. doi:10.1186/s12880-015-0068-x
public final class SurfaceDistances {

    private final boolean bothEmpty;
    private final double[] fromPredicted;
    private final double[] fromReference;

    private SurfaceDistances(boolean bothEmpty, double[] fromPredicted, double[] fromReference) {
        this.bothEmpty = bothEmpty;
        this.fromPredicted = fromPredicted;
        this.fromReference = fromReference;
    }

    /// @throws IllegalArgumentException if size or spacing of the grids differ
    public static SurfaceDistances of(Mask predicted, Mask reference) {
        predicted.requireSameGrid(reference);
        boolean none = predicted.size() == 0;
        boolean noReference = reference.size() == 0;
        if (none || noReference) {
            return new SurfaceDistances(none && noReference, new double[0], new double[0]);
        }
        boolean[] first = predicted.surface();
        boolean[] second = reference.surface();
        return new SurfaceDistances(
                false,
                sorted(first, DistanceTransform.squared(second, predicted)),
                sorted(second, DistanceTransform.squared(first, predicted)));
    }

    public OptionalDouble hausdorff() {
        return percentile(100);
    }

    public OptionalDouble hausdorff95() {
        return percentile(95);
    }

    /// The larger of both directions' percentiles.
    ///
    /// @throws IllegalArgumentException if `percent` is not in [0, 100]
    public OptionalDouble percentile(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("percent " + percent + " is not in [0, 100]");
        }
        return fromPredicted.length == 0
                ? whenEmpty()
                : OptionalDouble.of(Math.max(
                        Sorted.quantile(fromPredicted, percent / 100), Sorted.quantile(fromReference, percent / 100)));
    }

    /// Average symmetric surface distance.
    public OptionalDouble average() {
        return fromPredicted.length == 0
                ? whenEmpty()
                : OptionalDouble.of((Arrays.stream(fromPredicted).sum()
                                + Arrays.stream(fromReference).sum())
                        / (fromPredicted.length + fromReference.length));
    }

    /// Largest distance from the predicted surface to the reference's: how far the prediction reaches beyond.
    public OptionalDouble hausdorffFromPredicted() {
        return fromPredicted.length == 0 ? whenEmpty() : OptionalDouble.of(fromPredicted[fromPredicted.length - 1]);
    }

    /// Largest distance from the reference surface to the predicted one: how much is missing.
    public OptionalDouble hausdorffFromReference() {
        return fromReference.length == 0 ? whenEmpty() : OptionalDouble.of(fromReference[fromReference.length - 1]);
    }

    /// Share of both surfaces that lies within a tolerance of the other (surface Dice); 1 when both masks are
    /// empty, 0 when one is.
    ///
    /// @throws IllegalArgumentException if `tolerance` is negative or NaN
    public double surfaceDice(double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance " + tolerance);
        }
        if (fromPredicted.length == 0) {
            return bothEmpty ? 1 : 0;
        }
        return (double) (within(fromPredicted, tolerance) + within(fromReference, tolerance))
                / (fromPredicted.length + fromReference.length);
    }

    private OptionalDouble whenEmpty() {
        return bothEmpty ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    private static long within(double[] sorted, double tolerance) {
        return Arrays.stream(sorted).filter(d -> d <= tolerance).count();
    }

    private static double[] sorted(boolean[] surface, double[] squared) {
        int size = 0;
        for (boolean each : surface) {
            size += each ? 1 : 0;
        }
        double[] distances = new double[size];
        int next = 0;
        for (int i = 0; i < surface.length; i++) {
            if (surface[i]) {
                distances[next++] = Math.sqrt(squared[i]);
            }
        }
        Arrays.sort(distances);
        return distances;
    }
}
