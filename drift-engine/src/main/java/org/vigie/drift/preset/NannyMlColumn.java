package org.vigie.drift.preset;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// A column that NannyML has fitted on its reference.
public final class NannyMlColumn {

    private final NannyMlMethod method;
    private final Values values;
    private final Bounds bounds;

    private NannyMlColumn(NannyMlMethod method, Values values, Bounds bounds) {
        this.method = method;
        this.values = values;
        this.bounds = bounds;
    }

    /// What the chunks are compared with.
    private sealed interface Values {

        record Numbers(NumericWindow reference, NannyMlNumeric fitted) implements Values {}

        record Categories(CategoricalWindow reference) implements Values {}

        record Nothing(String reason) implements Values {}
    }

    static NannyMlColumn numeric(
            NannyMlMethod method, NumericWindow reference, List<double[]> chunks, NannyMlThreshold threshold) {
        if (reference.isEmpty()) {
            return withoutReference(method, reference.missing());
        }
        var values =
                new Values.Numbers(reference, NannyMlNumeric.fit(method, NannyMlNumeric.Computation.AUTO, reference));
        double[] fitted = chunks.stream()
                .map(NumericWindow::of)
                .mapToDouble(
                        chunk -> chunk.isEmpty() ? Double.NaN : values.fitted().of(chunk))
                .toArray();
        return new NannyMlColumn(method, values, method.clipped(threshold.bounds(fitted)));
    }

    static NannyMlColumn categorical(
            NannyMlMethod method,
            CategoricalWindow reference,
            List<CategoricalWindow> chunks,
            NannyMlThreshold threshold) {
        if (reference.size() == 0) {
            return withoutReference(method, reference.missing());
        }
        double[] fitted = chunks.stream()
                .mapToDouble(
                        chunk -> chunk.size() == 0 ? Double.NaN : NannyMlCategorical.value(method, reference, chunk))
                .toArray();
        return new NannyMlColumn(method, new Values.Categories(reference), method.clipped(threshold.bounds(fitted)));
    }

    private static NannyMlColumn withoutReference(NannyMlMethod method, long missing) {
        return new NannyMlColumn(
                method,
                new Values.Nothing("reference window has no observations, " + missing + " missing"),
                new Bounds(OptionalDouble.empty(), OptionalDouble.empty()));
    }

    public NannyMlMethod method() {
        return method;
    }

    /// What the value of a chunk is compared with; χ² does not use it.
    public Bounds bounds() {
        return bounds;
    }

    /// A current chunk of numbers; `NaN` is missing.
    ///
    /// @throws IllegalArgumentException if the column was fitted on categories
    public PresetFinding evaluate(double[] chunk) {
        return evaluate(NumericWindow.of(chunk));
    }

    /// A current chunk of numbers.
    ///
    /// @throws IllegalArgumentException if the column was fitted on categories
    public PresetFinding evaluate(NumericWindow chunk) {
        return switch (values) {
            case Values.Nothing(String reason) -> PresetFinding.of(new Score.Undefined(reason), bounds);
            case Values.Numbers(NumericWindow reference, NannyMlNumeric fitted) ->
                PresetFinding.of(
                        EvidentlyScores.onEmpty(WindowSizes.of(reference, chunk))
                                .orElseGet(() -> Score.of(fitted.of(chunk))),
                        bounds);
            case Values.Categories _ -> throw new IllegalArgumentException("the column was fitted on categories");
        };
    }

    /// A current chunk of categories.
    ///
    /// @throws IllegalArgumentException if the column was fitted on numbers
    public PresetFinding evaluate(CategoricalWindow chunk) {
        return switch (values) {
            case Values.Nothing(String reason) -> PresetFinding.of(new Score.Undefined(reason), bounds);
            case Values.Categories(CategoricalWindow reference) -> evaluate(reference, chunk);
            case Values.Numbers _ -> throw new IllegalArgumentException("the column was fitted on numbers");
        };
    }

    private PresetFinding evaluate(CategoricalWindow reference, CategoricalWindow chunk) {
        Score score = EvidentlyScores.onEmpty(WindowSizes.of(reference, chunk))
                .orElseGet(() -> Score.of(NannyMlCategorical.value(method, reference, chunk)));
        if (method != NannyMlMethod.CHI_SQUARE || score instanceof Score.Undefined) {
            return PresetFinding.of(score, bounds);
        }
        double p = NannyMlCategorical.chiSquare(Tally.of(reference, chunk)).pValue();
        return new PresetFinding(
                PresetFinding.of(score, bounds).value(),
                new Bounds(OptionalDouble.empty(), OptionalDouble.empty()),
                p < NannyMlCategorical.CHI_SQUARE_LEVEL ? new PresetVerdict.Drift() : new PresetVerdict.NoDrift());
    }
}
