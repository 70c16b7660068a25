package org.vigie.modelpackage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `model.yaml` says about a model version.
///
/// @param name the clinical task's name, shared by all versions
/// @param version free text, unique within the model
/// @param target the finding that the score speaks of; one of the labels
/// @param selects which cases the model is meant for
/// @param preprocess from stored pixels to the tensor, in order
/// @param threshold a score at or above it is positive; null when the hospital has to decide
/// @param examples run at registration
public record Manifest(
        String name,
        String version,
        Task task,
        String target,
        Selects selects,
        Input input,
        List<Step> preprocess,
        Outputs outputs,
        @Nullable Double threshold,
        List<Example> examples) {

    public Manifest {
        preprocess = List.copyOf(preprocess);
        examples = List.copyOf(examples);
    }

    public enum Task {
        BINARY_CLASSIFICATION,
        MULTICLASS,
        MULTILABEL
    }

    /// Allowed values per attribute; an empty list allows every value, also none.
    public record Selects(List<String> modality, List<String> bodyPart, List<String> viewPosition) {

        public Selects {
            modality = List.copyOf(modality);
            bodyPart = List.copyOf(bodyPart);
            viewPosition = List.copyOf(viewPosition);
        }

        /// Why an image with these attributes is not for this model; empty when it is.
        ///
        /// @return `modality-missing`, `modality-not-selected`, `body-part-missing`, `body-part-not-selected`,
        ///     `view-missing` or `view-not-selected`
        public Optional<String> reasonAgainst(
                @Nullable String modality, @Nullable String bodyPart, @Nullable String viewPosition) {
            return against("modality", this.modality, modality)
                    .or(() -> against("body-part", this.bodyPart, bodyPart))
                    .or(() -> against("view", this.viewPosition, viewPosition));
        }

        private static Optional<String> against(String what, List<String> allowed, @Nullable String value) {
            if (allowed.isEmpty()) {
                return Optional.empty();
            }
            if (value == null || value.isBlank()) {
                return Optional.of(what + "-missing");
            }
            return allowed.contains(value.strip()) ? Optional.empty() : Optional.of(what + "-not-selected");
        }
    }

    public enum Layout {
        NCHW
    }

    public enum Dtype {
        FLOAT32
    }

    /// @param shape `-1` where the size is free (a name in `model.yaml`)
    /// @param shapeText the shape as written, names included
    public record Input(String name, Layout layout, Dtype dtype, List<Long> shape, List<String> shapeText) {

        public Input {
            shape = List.copyOf(shape);
            shapeText = List.copyOf(shapeText);
        }

        public int channels() {
            return Math.toIntExact(shape.get(1));
        }

        /// @return the height every tensor must have, or -1
        public int height() {
            return Math.toIntExact(shape.get(2));
        }

        /// @return the width every tensor must have, or -1
        public int width() {
            return Math.toIntExact(shape.get(3));
        }
    }

    public enum Activation {
        NONE,
        SIGMOID,
        SOFTMAX
    }

    /// @param labels one for each number that the output gives for a case, in order
    public record Scores(String name, Activation activation, List<String> labels) {

        public Scores {
            labels = List.copyOf(labels);
        }
    }

    /// @param features name of the embedding output; null when there is none
    public record Outputs(Scores scores, @Nullable String features) {}

    /// @param input entry of the package, a DICOM file
    /// @param expected label → score; `score` stands for the target
    public record Example(String input, Map<String, Double> expected, double tolerance) {

        public Example {
            expected = Map.copyOf(expected);
        }
    }

    /// The manifest as canonical JSON: keys in a fixed order, defaults written out, no white space.
    public String toJson() {
        return ManifestJson.of(this);
    }
}
