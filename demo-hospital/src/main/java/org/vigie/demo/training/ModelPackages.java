package org.vigie.demo.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.vigie.demo.phantom.Patient;
import org.vigie.demo.phantom.PhantomFile;
import org.vigie.demo.phantom.StudyPlan;
import org.vigie.dicom.DicomObject;
import org.vigie.modelpackage.ExecutionTarget;
import org.vigie.modelpackage.Manifest;
import org.vigie.modelpackage.ModelPackage;
import org.vigie.modelpackage.ModelPackageException;
import org.vigie.modelpackage.OnnxModel;
import org.vigie.modelpackage.Preprocessor;
import org.vigie.modelpackage.Scored;

/// Writes model packages: `model.onnx`, `model.yaml` and one example with the score that ONNX Runtime gives it.
final class ModelPackages {
    static final String MODEL = "chest-nodule";
    static final String TARGET = "nodule";

    private static final String EXAMPLE = "examples/01.dcm";

    /// Scores are computed in single precision, and other processors may add in another order.
    private static final String TOLERANCE = "1e-3";

    private ModelPackages() {}

    /// The folder must be new or empty.
    static ModelPackage write(Path folder, String version, LastLayer layer, double threshold, StudyPlan example)
            throws IOException, TrainingException {
        Files.createDirectories(folder.resolve(EXAMPLE).getParent());
        Files.write(folder.resolve(ModelPackage.MODEL), ModelGraph.build(layer));
        StudyPlan anonymous = withoutIdentity(example);
        Files.write(folder.resolve(EXAMPLE), PhantomFile.bytes(anonymous, anonymous.draw()));
        writeManifest(folder, manifest(version, threshold, ""));
        double score = score(folder, anonymous);
        String examples = String.format(
                Locale.ROOT,
                "examples:%n  - { input: %s, expected: { score: %.6f }, tolerance: %s }%n",
                EXAMPLE,
                score,
                TOLERANCE);
        writeManifest(folder, manifest(version, threshold, examples));
        return open(folder);
    }

    static ModelPackage open(Path folder) throws IOException, TrainingException {
        try {
            return ModelPackage.open(folder);
        } catch (ModelPackageException e) {
            throw new TrainingException("%s is not a model package".formatted(folder.getFileName()), e);
        }
    }

    private static double score(Path folder, StudyPlan example) throws IOException, TrainingException {
        Manifest manifest = open(folder).manifest();
        DicomObject object = PhantomFile.object(example, example.draw());
        try (OnnxModel model = OnnxModel.load(folder, manifest, ExecutionTarget.ONE_CPU_THREAD)) {
            List<Scored> scored = model.score(List.of(new Preprocessor(manifest).apply(object)));
            return scored.getFirst().score();
        } catch (Exception e) {
            throw new TrainingException("The example of %s cannot be scored".formatted(folder.getFileName()), e);
        }
    }

    private static StudyPlan withoutIdentity(StudyPlan plan) {
        Patient patient = plan.patient();
        Patient nobody = new Patient(
                patient.seed(), "EXAMPLE", "Example^Phantom", LocalDate.of(1970, 1, 1), "O", patient.nodule());
        return new StudyPlan(
                plan.week(), plan.scanner(), nobody, plan.acquired(), plan.viewPosition(), plan.visitSeed());
    }

    private static void writeManifest(Path folder, String yaml) throws IOException {
        Files.writeString(folder.resolve(ModelPackage.MANIFEST), yaml, StandardCharsets.UTF_8);
    }

    private static String manifest(String version, double threshold, String examples) {
        return String.format(
                Locale.ROOT,
                """
                name: %s
                version: %s
                task: binary-classification
                target: %s
                selects: { modality: [DX], viewPosition: [PA, AP], bodyPart: [CHEST] }
                input: { name: %s, layout: NCHW, dtype: float32, shape: [batch, 1, %d, %d] }
                preprocess:
                  - modality-lut
                  - window: { from: dicom }
                  - resize: { width: %d, height: %d, interpolation: bilinear }
                  - rescale: { to: [0, 1] }
                  - normalize: { mean: [0.5], std: [0.25] }
                outputs:
                  # the graph ends with its sigmoid, so nothing is left to apply
                  scores: { name: %s, activation: none, labels: [%s] }
                  features: { name: %s }
                threshold: %.4f
                %s""",
                MODEL,
                version,
                TARGET,
                ModelGraph.IMAGE,
                Backbone.SIZE,
                Backbone.SIZE,
                Backbone.SIZE,
                Backbone.SIZE,
                ModelGraph.SCORE,
                TARGET,
                ModelGraph.FEATURES,
                threshold,
                examples);
    }
}
