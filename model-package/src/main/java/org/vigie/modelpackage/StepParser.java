package org.vigie.modelpackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// The list under `preprocess`: each item a word, or one word with its settings.
final class StepParser {

    private static final List<String> STEPS =
            List.of("modality-lut", "monochrome2", "bit-depth", "window", "resize", "rescale", "normalize");
    private static final Map<String, Step.Interpolation> INTERPOLATIONS = Map.of(
            "bilinear", Step.Interpolation.BILINEAR,
            "area", Step.Interpolation.AREA,
            "nearest", Step.Interpolation.NEAREST);
    private static final int LARGEST_SIDE = 8192;

    private final List<Finding> findings;

    StepParser(List<Finding> findings) {
        this.findings = findings;
    }

    List<Step> steps(Node node, String pointer) {
        List<Step> steps = new ArrayList<>();
        List<Node> items = YamlFields.items(node, pointer, findings);
        for (int i = 0; i < items.size(); i++) {
            Step step = step(items.get(i), pointer + "/" + i);
            if (step != null) {
                checkOrder(step, steps, items.get(i), pointer + "/" + i);
                steps.add(step);
            }
        }
        return steps;
    }

    private @Nullable Step step(Node node, String at) {
        if (node instanceof ScalarNode word) {
            return switch (word.getValue()) {
                case "modality-lut" -> new Step.ModalityLut();
                case "monochrome2" -> new Step.Monochrome2();
                default ->
                    problem(
                            node,
                            at,
                            "'" + word.getValue() + "' "
                                    + (STEPS.contains(word.getValue())
                                            ? "needs settings"
                                            : "is not one of " + String.join(", ", STEPS)));
            };
        }
        if (!(node instanceof MappingNode mapping)
                || mapping.getValue().size() != 1
                || !(mapping.getValue().getFirst().getKeyNode() instanceof ScalarNode key)) {
            return problem(node, at, "expected one step: a word, or a word with its settings");
        }
        String word = key.getValue();
        Node settings = mapping.getValue().getFirst().getValueNode();
        if (word.equals("bit-depth")) {
            YamlFields fields = new YamlFields(node, at, findings);
            return new Step.BitDepth(fields.integer("bit-depth", 1, 16));
        }
        if (!STEPS.contains(word) || word.equals("modality-lut") || word.equals("monochrome2")) {
            return problem(
                    node,
                    at,
                    "'" + word + "' "
                            + (STEPS.contains(word)
                                    ? "takes no settings"
                                    : "is not one of " + String.join(", ", STEPS)));
        }
        YamlFields fields = new YamlFields(settings, at + "/" + word, findings);
        Step step = switch (word) {
            case "window" -> window(fields, settings);
            case "resize" -> resize(fields);
            case "rescale" -> rescale(fields, settings);
            default -> normalize(fields, settings);
        };
        fields.end();
        return step;
    }

    private static Step window(YamlFields fields, Node node) {
        if (fields.has("from")) {
            return new Step.Window(fields.choice("from", Map.of("dicom", new Step.Window.FromDicom()), null));
        }
        if (fields.has("percentiles")) {
            Step.Range range = range(fields, "percentiles", node);
            if (!(range.low() >= 0 && range.high() <= 100)) {
                fields.problem(node, "percentiles", "must lie between 0 and 100");
            }
            return new Step.Window(new Step.Window.Percentiles(range.low(), range.high()));
        }
        double centre = fields.number("center");
        double width = fields.number("width");
        if (!(width > 0) && !Double.isNaN(width)) {
            fields.problem(node, "width", "must be above 0");
        }
        return new Step.Window(new Step.Window.CentreWidth(centre, width));
    }

    private static Step resize(YamlFields fields) {
        int width = fields.integer("width", 1, LARGEST_SIDE);
        int height = fields.integer("height", 1, LARGEST_SIDE);
        Step.Interpolation interpolation = fields.choice("interpolation", INTERPOLATIONS, null);
        boolean keepAspect = fields.choice("keep-aspect", Map.of("true", true, "false", false), "false");
        double pad = fields.optionalNumber("pad").orElse(0.0);
        return new Step.Resize(width, height, interpolation, keepAspect, pad);
    }

    private static Step rescale(YamlFields fields, Node node) {
        Step.Range from = fields.has("from") ? range(fields, "from", node) : null;
        return new Step.Rescale(from, range(fields, "to", node));
    }

    private static Step normalize(YamlFields fields, Node node) {
        List<Double> mean = fields.numbers("mean");
        List<Double> std = fields.numbers("std");
        if (mean.isEmpty() || mean.size() != std.size()) {
            fields.problem(node, "std", "mean and std need the same number of values, one or one per channel");
        }
        if (std.stream().anyMatch(value -> !(value > 0) && !value.isNaN())) {
            fields.problem(node, "std", "must be above 0");
        }
        return new Step.Normalize(mean, std);
    }

    private static Step.Range range(YamlFields fields, String key, Node node) {
        List<Double> ends = fields.numbers(key);
        if (ends.size() != 2 || !(ends.get(0) < ends.get(1))) {
            fields.problem(node, key, "expected two numbers, the lower first");
            return new Step.Range(0, 1);
        }
        return new Step.Range(ends.get(0), ends.get(1));
    }

    /// Bits stored say nothing any more once values have been changed.
    private void checkOrder(Step step, List<Step> before, Node node, String at) {
        boolean early = step instanceof Step.ModalityLut || step instanceof Step.BitDepth;
        boolean untouched = before.stream().allMatch(Step.Monochrome2.class::isInstance);
        if (early && !untouched) {
            findings.add(new Finding(
                    at,
                    YamlFields.lineOf(node),
                    "must come before every step that changes values (monochrome2 excepted)"));
        }
        if (step instanceof Step.ModalityLut && !before.isEmpty()) {
            findings.add(new Finding(at, YamlFields.lineOf(node), "modality-lut must be the first step"));
        }
        if (before.stream().anyMatch(Step.Normalize.class::isInstance)) {
            findings.add(new Finding(at, YamlFields.lineOf(node), "normalize must be the last step"));
        }
    }

    private @Nullable Step problem(Node node, String at, String detail) {
        findings.add(new Finding(at, YamlFields.lineOf(node), detail));
        return null;
    }
}
