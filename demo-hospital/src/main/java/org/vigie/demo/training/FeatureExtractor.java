package org.vigie.demo.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vigie.demo.phantom.Phantom;
import org.vigie.demo.phantom.PhantomFile;
import org.vigie.demo.phantom.StudyPlan;
import org.vigie.modelpackage.ExecutionTarget;
import org.vigie.modelpackage.Manifest;
import org.vigie.modelpackage.OnnxModel;
import org.vigie.modelpackage.Preprocessor;
import org.vigie.modelpackage.Scored;
import org.vigie.modelpackage.Tensor;

/// From studies to features by the very code and graph that score in the clinic: the manifest's pre-processing and the
/// backbone under ONNX Runtime. Training and serving see the same numbers.
final class FeatureExtractor {
    private static final int BATCH = 16;
    private static final int CHUNK = 192;

    private final Path modelFolder;
    private final Manifest manifest;
    private final int threads;

    /// @param modelFolder holds a `model.onnx` with the backbone
    FeatureExtractor(Path modelFolder, Manifest manifest, int threads) {
        this.modelFolder = modelFolder;
        this.manifest = manifest;
        this.threads = threads;
    }

    /// Features and truth of each study, in order.
    List<Sample> extract(List<StudyPlan> plans) throws TrainingException, InterruptedException {
        List<List<StudyPlan>> chunks = new ArrayList<>();
        for (int from = 0; from < plans.size(); from += CHUNK) {
            chunks.add(plans.subList(from, Math.min(plans.size(), from + CHUNK)));
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<List<Sample>>> futures = new ArrayList<>();
            for (List<StudyPlan> chunk : chunks) {
                futures.add(workers.submit(() -> extractChunk(chunk)));
            }
            List<Sample> samples = new ArrayList<>(plans.size());
            for (Future<List<Sample>> future : futures) {
                samples.addAll(future.get());
            }
            return samples;
        } catch (ExecutionException e) {
            throw new TrainingException("Features cannot be computed", e);
        }
    }

    private List<Sample> extractChunk(List<StudyPlan> plans) throws Exception {
        Preprocessor preprocessor = new Preprocessor(manifest);
        List<Sample> samples = new ArrayList<>(plans.size());
        try (OnnxModel model = OnnxModel.load(modelFolder, manifest, ExecutionTarget.ONE_CPU_THREAD)) {
            for (int from = 0; from < plans.size(); from += BATCH) {
                List<Tensor> tensors = new ArrayList<>(BATCH);
                List<Boolean> nodules = new ArrayList<>(BATCH);
                for (StudyPlan plan : plans.subList(from, Math.min(plans.size(), from + BATCH))) {
                    Phantom phantom = plan.draw();
                    tensors.add(preprocessor.apply(PhantomFile.object(plan, phantom)));
                    nodules.add(phantom.hasNodule());
                }
                List<Scored> scored = model.score(tensors);
                for (int i = 0; i < scored.size(); i++) {
                    float[] features = scored.get(i).features();
                    if (features == null) {
                        throw new TrainingException("The graph gives no features");
                    }
                    samples.add(new Sample(features, nodules.get(i)));
                }
            }
        }
        return samples;
    }
}
