package org.vigie.modelpackage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomReader;
import org.vigie.modelpackage.ModelPackageException.ExampleMismatch;
import org.vigie.modelpackage.ModelPackageException.OnnxContradictsManifest;
import org.vigie.modelpackage.ModelPackageException.OnnxDoesNotLoad;

/// Is the graph the one that the manifest describes, and does it give what the examples promise?
final class Verification {

    /// Side of the trial image where the manifest leaves it free.
    private static final int FREE_SIDE = 256;

    private final Manifest manifest;
    private final ModelPackage modelPackage;
    private final List<Finding> findings = new ArrayList<>();

    private Verification(ModelPackage modelPackage) {
        this.modelPackage = modelPackage;
        this.manifest = modelPackage.manifest();
    }

    static OnnxGraph of(ModelPackage modelPackage) throws ModelPackageException {
        OnnxGraph graph = OnnxGraph.read(modelPackage.onnx());
        Verification verification = new Verification(modelPackage);
        verification.compare(graph);
        verification.throwContradictions();
        verification.run();
        return graph;
    }

    private void compare(OnnxGraph graph) {
        Manifest.Input input = manifest.input();
        OnnxGraph.Node node = find("/input/name", input.name(), "input", graph.inputs());
        if (node != null) {
            checkInput(input, node);
        }
        for (String other : graph.inputs().keySet()) {
            if (!other.equals(input.name())) {
                contradict(
                        "/input", "the graph also needs the input '" + other + "', which the manifest does not give");
            }
        }
        Manifest.Scores scores = manifest.outputs().scores();
        OnnxGraph.Node output = find("/outputs/scores/name", scores.name(), "output", graph.outputs());
        if (output != null) {
            checkFloat("/outputs/scores/name", scores.name(), output);
            long[] shape = output.shape();
            if (shape.length >= 2 && shape[1] > 0 && shape[1] != scores.labels().size()) {
                contradict(
                        "/outputs/scores/labels",
                        "output '%s' is %s: %d numbers for a case, the manifest has %d labels"
                                .formatted(
                                        scores.name(),
                                        output,
                                        shape[1],
                                        scores.labels().size()));
            }
        }
        String features = manifest.outputs().features();
        if (features != null) {
            OnnxGraph.Node embedding = find("/outputs/features/name", features, "output", graph.outputs());
            if (embedding != null) {
                checkFloat("/outputs/features/name", features, embedding);
            }
        }
    }

    private void checkInput(Manifest.Input input, OnnxGraph.Node node) {
        checkFloat("/input/dtype", input.name(), node);
        long[] shape = node.shape();
        if (shape.length != 4) {
            contradict(
                    "/input/shape",
                    "the manifest has four sizes %s, the graph has %s".formatted(input.shapeText(), node));
            return;
        }
        for (int i = 0; i < 4; i++) {
            long declared = input.shape().get(i);
            if (shape[i] > 0 && shape[i] != declared) {
                contradict(
                        "/input/shape/" + i,
                        "the graph fixes it at %d, the manifest says %s"
                                .formatted(shape[i], input.shapeText().get(i)));
            }
        }
    }

    private OnnxGraph.@Nullable Node find(String pointer, String name, String kind, Map<String, OnnxGraph.Node> nodes) {
        OnnxGraph.Node node = nodes.get(name);
        if (node == null) {
            contradict(
                    pointer, "the graph has no %s '%s'; it has %s".formatted(kind, name, Set.copyOf(nodes.keySet())));
        }
        return node;
    }

    private void checkFloat(String pointer, String name, OnnxGraph.Node node) {
        if (!node.type().equals("float")) {
            contradict(pointer, "'%s' must be float32, the graph has %s".formatted(name, node));
        }
    }

    private void run() throws ModelPackageException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("vigie-model");
            Files.write(folder.resolve(ModelPackage.MODEL), modelPackage.onnx());
            try (OnnxModel model = OnnxModel.load(folder, manifest, ExecutionTarget.ONE_CPU_THREAD)) {
                dryRun(model);
                throwContradictions();
                runExamples(model);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model to the temporary folder", e);
        } catch (GpuUnavailable e) {
            throw new IllegalStateException("the CPU was asked for", e);
        } finally {
            delete(folder);
        }
        if (!findings.isEmpty()) {
            throw new ExampleMismatch(findings);
        }
    }

    /// Two empty images at once: the graph must take a batch and give the promised number of scores.
    private void dryRun(OnnxModel model) {
        Manifest.Input input = manifest.input();
        int height = input.height() < 0 ? FREE_SIDE : input.height();
        int width = input.width() < 0 ? FREE_SIDE : input.width();
        Tensor empty = new Tensor(new float[input.channels() * height * width], input.channels(), height, width);
        try {
            model.score(List.of(empty, empty));
        } catch (InferenceException e) {
            contradict("/outputs/scores", String.valueOf(e.getMessage()));
        }
    }

    private void runExamples(OnnxModel model) {
        Preprocessor preprocessor = new Preprocessor(manifest);
        for (int i = 0; i < manifest.examples().size(); i++) {
            String pointer = "/examples/" + i;
            Manifest.Example example = manifest.examples().get(i);
            byte[] bytes = modelPackage.entry(example.input());
            if (bytes == null) {
                throw new IllegalStateException("checked when the package was opened");
            }
            try {
                Tensor tensor = preprocessor.apply(DicomReader.read(bytes, DicomLimits.DEFAULT));
                compare(pointer, example, model.score(List.of(tensor)).getFirst());
            } catch (DicomException | UnsuitableImage | InferenceException e) {
                contradict(pointer, "%s cannot be scored: %s".formatted(example.input(), e.getMessage()));
            }
        }
    }

    private void compare(String pointer, Manifest.Example example, Scored scored) {
        example.expected().forEach((label, expected) -> {
            double actual =
                    label.equals("score") ? scored.score() : scored.scores().getOrDefault(label, Double.NaN);
            if (!(Math.abs(actual - expected) <= example.tolerance())) {
                contradict(
                        pointer + "/expected/" + label,
                        String.format(
                                Locale.ROOT,
                                "%s gives %.6f, expected %.6f within %s",
                                example.input(),
                                actual,
                                expected,
                                example.tolerance()));
            }
        });
    }

    private void contradict(String pointer, String detail) {
        findings.add(Finding.of(pointer, detail));
    }

    private void throwContradictions() throws OnnxContradictsManifest, OnnxDoesNotLoad {
        if (!findings.isEmpty()) {
            throw new OnnxContradictsManifest(findings);
        }
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(ModelPackage.MODEL));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder.getFileName(), e);
        }
    }
}
