package org.vigie.drift.preset;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// What NannyML 0.13 says about a column: it cuts the reference into chunks, takes the distance of each from the whole
/// reference, sets its limit at mean + 3 standard deviations of those distances, and alarms on a current chunk beyond.
///
/// ```java
/// NannyMlColumn column = NannyMlPreset.fit(reference);        // Jensen–Shannon, ten chunks
/// PresetFinding week = column.evaluate(thisWeek);
/// ```
///
/// ## Where it misleads
///
/// The distance of a chunk without drift grows as the chunk shrinks, the limit stays. With ten reference chunks of
/// 200 rows and nothing changed, Jensen–Shannon alarms on 88 / 41 / 15 / 4.8 / 0 % of fresh chunks of 50 / 100 / 150 /
/// 200 / 400 rows: a week at half the volume is an alarm. From 10,000 reference rows the distance of distribution
/// functions is taken over bins of equal width, and one far value makes it blind (Cauchy, shift 1: 0.013 for 0.3395).
/// A chunk without observations has no value and raises no alarm there; here it is inconclusive.
/// `docs/statistics/differences.md` lists where the numbers differ.
///
/// ## Source
///
/// NannyML 0.13.1, `drift/univariate/methods.py`, `thresholds.py`, `chunk.py`.
public final class NannyMlPreset {

    private NannyMlPreset() {}

    /// Jensen–Shannon with ten reference chunks and a limit at three deviations.
    public static NannyMlColumn fit(double[] reference) {
        return fit(NannyMlMethod.JENSEN_SHANNON, reference);
    }

    /// A method with ten reference chunks and a limit at three deviations.
    ///
    /// @throws IllegalArgumentException if the method is not for numbers
    public static NannyMlColumn fit(NannyMlMethod method, double[] reference) {
        return fit(method, reference, NannyMlChunker.ByCount.DEFAULT, NannyMlThreshold.StandardDeviation.upper());
    }

    /// @param reference in order of time; `NaN` is missing
    /// @throws IllegalArgumentException if the method is not for numbers
    public static NannyMlColumn fit(
            NannyMlMethod method, double[] reference, NannyMlChunker chunker, NannyMlThreshold threshold) {
        if (!method.isForNumbers()) {
            throw new IllegalArgumentException("'" + method.key() + "' is for categories");
        }
        double[][] chunks = chunker.split(reference.length).stream()
                .map(chunk -> Arrays.copyOfRange(reference, chunk.from(), chunk.to() + 1))
                .toArray(double[][]::new);
        return NannyMlColumn.numeric(method, NumericWindow.of(reference), List.of(chunks), threshold);
    }

    /// Jensen–Shannon with ten reference chunks and a limit at three deviations.
    public static NannyMlColumn fit(List<? extends @Nullable String> reference) {
        return fit(NannyMlMethod.JENSEN_SHANNON, reference);
    }

    /// A method with ten reference chunks and a limit at three deviations.
    ///
    /// @throws IllegalArgumentException if the method is not for categories
    public static NannyMlColumn fit(NannyMlMethod method, List<? extends @Nullable String> reference) {
        return fit(method, reference, NannyMlChunker.ByCount.DEFAULT, NannyMlThreshold.StandardDeviation.upper());
    }

    /// @param reference in order of time; `null` and blank are missing
    /// @throws IllegalArgumentException if the method is not for categories
    public static NannyMlColumn fit(
            NannyMlMethod method,
            List<? extends @Nullable String> reference,
            NannyMlChunker chunker,
            NannyMlThreshold threshold) {
        if (!method.isForCategories()) {
            throw new IllegalArgumentException("'" + method.key() + "' is for numbers");
        }
        List<CategoricalWindow> chunks = chunker.split(reference.size()).stream()
                .map(chunk -> CategoricalWindow.of(reference.subList(chunk.from(), chunk.to() + 1)))
                .toList();
        return NannyMlColumn.categorical(method, CategoricalWindow.of(reference), chunks, threshold);
    }
}
