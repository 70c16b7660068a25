package org.vigie.drift.performance.segmentation;

/// How far two masks cover the same voxels.
///
/// ## Definition
///
/// ```text
/// Dice = 2|A ∩ B| / (|A| + |B|)        Jaccard = |A ∩ B| / |A ∪ B| = Dice / (2 − Dice)
/// ```
///
/// ## Unit and range
///
/// In `[0, 1]`, whatever the spacing; 1 for the same voxels. Two empty masks agree wholly: both values are 1
/// (others print NaN or 0 there). One empty mask gives 0.
///
/// ## Reading the value
///
/// Small structures have a lower Dice for the same error at their border: compare only structures of similar
/// size, and look at the distances of [SurfaceDistances] too. For several labels take each by itself
/// ([Mask#ofLabel]).
///
/// ## Sources
///
/// 1. Dice, L. R. (1945). *Measures of the amount of ecologic association between species.* Ecology 26(3), 297–302.
///    doi:10.2307/1932409
/// 2. Maier-Hein, L., Reinke, A., Godau, P., et al. (2024). *Metrics reloaded: recommendations for image analysis
///    validation.* Nature Methods 21, 195–212. doi:10.1038/s41592-023-02151-z
///
/// @param intersection voxels in both
/// @param predicted voxels in the prediction
/// @param reference voxels in the reference
public record Overlap(long intersection, long predicted, long reference) {

    /// @throws IllegalArgumentException if size or spacing of the grids differ
    public static Overlap of(Mask predicted, Mask reference) {
        predicted.requireSameGrid(reference);
        long both = 0;
        for (int i = 0; i < predicted.voxels.length; i++) {
            both += predicted.voxels[i] && reference.voxels[i] ? 1 : 0;
        }
        return new Overlap(both, predicted.size(), reference.size());
    }

    public double dice() {
        return predicted + reference == 0 ? 1 : 2.0 * intersection / (predicted + reference);
    }

    public double jaccard() {
        long union = predicted + reference - intersection;
        return union == 0 ? 1 : (double) intersection / union;
    }
}
