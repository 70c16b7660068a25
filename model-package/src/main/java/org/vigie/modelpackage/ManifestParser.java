package org.vigie.modelpackage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// `model.yaml` into a [Manifest]; every mistake is found in one go.
final class ManifestParser {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,39}");
    private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _-]{0,63}");

    private static final Map<String, Manifest.Task> TASKS = Map.of(
            "binary-classification", Manifest.Task.BINARY_CLASSIFICATION,
            "multiclass", Manifest.Task.MULTICLASS,
            "multilabel", Manifest.Task.MULTILABEL);
    private static final Map<String, Manifest.Activation> ACTIVATIONS = Map.of(
            "none", Manifest.Activation.NONE,
            "sigmoid", Manifest.Activation.SIGMOID,
            "softmax", Manifest.Activation.SOFTMAX);

    private final List<Finding> findings = new ArrayList<>();

    private ManifestParser() {}

    static Manifest parse(String yaml) throws ModelPackageException.InvalidManifest {
        Node root = YamlDocument.read(yaml);
        ManifestParser parser = new ManifestParser();
        Manifest manifest = parser.manifest(root);
        if (!parser.findings.isEmpty()) {
            throw new ModelPackageException.InvalidManifest(parser.findings);
        }
        return manifest;
    }

    private Manifest manifest(Node root) {
        YamlFields fields = new YamlFields(root, "", findings);
        String name = fields.matching("name", NAME, "must be lower-case letters, digits and dashes, at most 64");
        String version = fields.matching("version", VERSION, "must be letters, digits and . + _ -, at most 40");
        Manifest.Task task = fields.choice("task", TASKS, null);
        String target = fields.matching("target", TARGET, "must be letters, digits, space, _ and -, at most 64");
        Manifest.Selects selects = selects(fields);
        Manifest.Input input = input(fields.requiredFields("input"));
        List<Step> steps = new StepParser(findings).steps(fields.required("preprocess"), fields.at("preprocess"));
        checkSize(fields, input, steps);
        Manifest.Outputs outputs = outputs(fields.requiredFields("outputs"), task, target);
        Double threshold = threshold(fields);
        List<Manifest.Example> examples = examples(fields, outputs.scores().labels());
        fields.end();
        return new Manifest(name, version, task, target, selects, input, steps, outputs, threshold, examples);
    }

    private Manifest.Selects selects(YamlFields manifest) {
        return manifest.fields("selects")
                .map(fields -> {
                    Manifest.Selects selects = new Manifest.Selects(
                            values(fields, "modality"), values(fields, "bodyPart"), values(fields, "viewPosition"));
                    fields.end();
                    return selects;
                })
                .orElse(new Manifest.Selects(List.of(), List.of(), List.of()));
    }

    private static List<String> values(YamlFields fields, String key) {
        return fields.node(key).map(node -> fields.texts(node, key)).orElse(List.of());
    }

    private Manifest.Input input(YamlFields fields) {
        String name = fields.text("name");
        Manifest.Layout layout = fields.choice("layout", Map.of("NCHW", Manifest.Layout.NCHW), null);
        Manifest.Dtype dtype = fields.choice("dtype", Map.of("float32", Manifest.Dtype.FLOAT32), null);
        Node node = fields.required("shape");
        List<String> text = fields.texts(node, "shape");
        List<Long> shape = new ArrayList<>();
        for (String size : text) {
            shape.add(size.matches("[1-9]\\d{0,4}") ? Long.parseLong(size) : -1L);
            if (size.matches("[-+.\\d].*") && shape.getLast() < 0) {
                fields.problem(node, "shape", "'" + size + "' is neither a size from 1 to 99999 nor a name");
            }
        }
        if (shape.size() != 4) {
            fields.problem(node, "shape", "NCHW needs four sizes, such as [batch, 1, 224, 224]");
            shape = List.of(-1L, 1L, -1L, -1L);
        } else {
            if (shape.get(0) != -1) {
                fields.problem(node, "shape", "the first size must be free, such as 'batch'");
            }
            if (shape.get(1) != 1 && shape.get(1) != 3) {
                fields.problem(node, "shape", "a grey image gives 1 or 3 channels");
                shape = List.of(-1L, 1L, shape.get(2), shape.get(3));
            }
        }
        fields.end();
        return new Manifest.Input(name, layout, dtype, shape, text);
    }

    /// A fixed input size needs a resize to it, for no two scanners give the same one.
    private void checkSize(YamlFields fields, Manifest.Input input, List<Step> steps) {
        int height = input.height();
        int width = input.width();
        for (Step step : steps) {
            if (step instanceof Step.Resize resize) {
                height = resize.height();
                width = resize.width();
            }
        }
        boolean resized = steps.stream().anyMatch(Step.Resize.class::isInstance);
        boolean otherHeight = input.height() != -1 && height != input.height();
        boolean otherWidth = input.width() != -1 && width != input.width();
        if (otherHeight || otherWidth) {
            fields.problem(
                    null,
                    "preprocess",
                    "the last resize gives %d x %d (height x width), the input takes %s x %s"
                            .formatted(height, width, input.height(), input.width()));
        }
        if (!resized && (input.height() != -1 || input.width() != -1)) {
            fields.problem(null, "preprocess", "the input has a fixed size, but no step resizes to it");
        }
        for (Step step : steps) {
            if (step instanceof Step.Normalize(List<Double> mean, List<Double> _)
                    && mean.size() != 1
                    && mean.size() != input.channels()) {
                fields.problem(
                        null,
                        "preprocess",
                        "normalize has %d means, the input has %d channels".formatted(mean.size(), input.channels()));
            }
        }
    }

    private Manifest.Outputs outputs(YamlFields fields, Manifest.Task task, String target) {
        YamlFields scores = fields.requiredFields("scores");
        String name = scores.text("name");
        Manifest.Activation activation = scores.choice("activation", ACTIVATIONS, "none");
        Node node = scores.required("labels");
        List<String> labels = scores.texts(node, "labels");
        checkLabels(scores, node, labels, task, target);
        if (activation == Manifest.Activation.SOFTMAX && labels.size() == 1) {
            scores.problem(node, "labels", "softmax over one label is always 1; name all classes");
        }
        scores.end();
        String features = fields.fields("features")
                .map(embedding -> {
                    String output = embedding.text("name");
                    embedding.end();
                    return output;
                })
                .orElse(null);
        fields.end();
        return new Manifest.Outputs(new Manifest.Scores(name, activation, labels), features);
    }

    private static void checkLabels(
            YamlFields scores, Node node, List<String> labels, Manifest.Task task, String target) {
        if (labels.isEmpty()) {
            scores.problem(node, "labels", "name at least one label");
            return;
        }
        if (new HashSet<>(labels).size() != labels.size()) {
            scores.problem(node, "labels", "a label stands twice");
        }
        if (!target.isEmpty() && !labels.contains(target)) {
            scores.problem(node, "labels", "the target '" + target + "' is not one of the labels");
        }
        if (task == Manifest.Task.BINARY_CLASSIFICATION && labels.size() > 2) {
            scores.problem(node, "labels", "binary classification has one or two labels");
        }
    }

    private static @Nullable Double threshold(YamlFields fields) {
        Double threshold = fields.optionalNumber("threshold").orElse(null);
        if (threshold != null && !threshold.isNaN() && !(threshold >= 0 && threshold <= 1)) {
            fields.problem(null, "threshold", "must lie between 0 and 1");
        }
        return threshold;
    }

    private List<Manifest.Example> examples(YamlFields fields, List<String> labels) {
        List<Manifest.Example> examples = new ArrayList<>();
        Node list = fields.node("examples").orElse(null);
        if (list == null) {
            return examples;
        }
        List<Node> items = fields.items(list, "examples");
        if (items.size() > 100) {
            fields.problem(list, "examples", "at most 100");
            return examples;
        }
        for (int i = 0; i < items.size(); i++) {
            examples.add(example(new YamlFields(items.get(i), fields.at("examples") + "/" + i, findings), labels));
        }
        return examples;
    }

    private Manifest.Example example(YamlFields fields, List<String> labels) {
        String input = fields.text("input");
        Node node = fields.required("expected");
        YamlFields expected = new YamlFields(node, fields.at("expected"), findings);
        Map<String, Double> scores = new LinkedHashMap<>();
        for (Map.Entry<String, Node> entry : expected.rest().entrySet()) {
            if (!entry.getKey().equals("score") && !labels.contains(entry.getKey())) {
                expected.problem(entry.getValue(), entry.getKey(), "neither 'score' nor one of the labels " + labels);
            }
            scores.put(entry.getKey(), expected.number(entry.getValue(), expected.at(entry.getKey())));
        }
        double tolerance = fields.optionalNumber("tolerance").orElse(1e-3);
        if (!(tolerance > 0)) {
            fields.problem(null, "tolerance", "must be above 0");
        }
        Set<String> unsafe = Set.of("", ".", "..");
        for (String part : input.split("/", -1)) {
            if (!input.isEmpty() && unsafe.contains(part)) {
                fields.problem(null, "input", "must be a plain path within the package");
            }
        }
        fields.end();
        return new Manifest.Example(input, scores, tolerance);
    }
}
