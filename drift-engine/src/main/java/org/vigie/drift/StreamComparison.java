package org.vigie.drift;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.FeatureWindow;
import org.vigie.drift.window.NumericWindow;

/// One named stream of observations in its reference and its current window, for all cases or for one
/// group of them, such as those of one scanner.
public sealed interface StreamComparison {

    String stream();

    /// The group the observations are from; absent when they are from all cases.
    Optional<String> group();

    WindowSizes sizes();

    /// The same comparison, as one of a group.
    StreamComparison inGroup(String group);

    /// A number per case: a score, an image statistic.
    record Numeric(String stream, Optional<String> group, NumericWindow reference, NumericWindow current)
            implements StreamComparison {

        @Override
        public WindowSizes sizes() {
            return WindowSizes.of(reference, current);
        }

        @Override
        public StreamComparison inGroup(String name) {
            return new Numeric(stream, Optional.of(name), reference, current);
        }
    }

    /// A label per case: a DICOM attribute, a decision.
    record Categorical(String stream, Optional<String> group, CategoricalWindow reference, CategoricalWindow current)
            implements StreamComparison {

        @Override
        public WindowSizes sizes() {
            return WindowSizes.of(reference, current);
        }

        @Override
        public StreamComparison inGroup(String name) {
            return new Categorical(stream, Optional.of(name), reference, current);
        }
    }

    /// A feature vector per case.
    record Features(String stream, Optional<String> group, FeatureWindow reference, FeatureWindow current)
            implements StreamComparison {

        public Features {
            if (reference.size() > 0 && current.size() > 0 && reference.dimensions() != current.dimensions()) {
                throw new IllegalArgumentException("stream '" + stream + "' has " + reference.dimensions()
                        + " dimensions in the reference window and " + current.dimensions() + " in the current");
            }
        }

        @Override
        public WindowSizes sizes() {
            return WindowSizes.of(reference, current);
        }

        @Override
        public StreamComparison inGroup(String name) {
            return new Features(stream, Optional.of(name), reference, current);
        }
    }

    /// @throws IllegalArgumentException if a value is infinite, naming its index; `NaN` is missing
    static StreamComparison numeric(String stream, double[] reference, double[] current) {
        return new Numeric(stream, Optional.empty(), NumericWindow.of(reference), NumericWindow.of(current));
    }

    /// `null` and blank labels are missing.
    static StreamComparison categorical(
            String stream, List<? extends @Nullable String> reference, List<? extends @Nullable String> current) {
        return new Categorical(
                stream, Optional.empty(), CategoricalWindow.of(reference), CategoricalWindow.of(current));
    }

    /// @throws IllegalArgumentException if vectors differ in length or hold an infinity, naming it
    static StreamComparison features(String stream, List<float[]> reference, List<float[]> current) {
        return new Features(stream, Optional.empty(), FeatureWindow.of(reference), FeatureWindow.of(current));
    }
}
