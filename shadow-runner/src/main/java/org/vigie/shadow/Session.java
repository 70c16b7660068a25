package org.vigie.shadow;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vigie.modelpackage.InferenceException;
import org.vigie.modelpackage.ModelPackage;
import org.vigie.modelpackage.OnnxModel;
import org.vigie.modelpackage.Preprocessor;
import org.vigie.modelpackage.Scored;
import org.vigie.modelpackage.Tensor;

/// One loaded model and the one thread that it is used by.
final class Session implements AutoCloseable {

    private final OnnxModel model;
    private final Preprocessor preprocessor;
    private final String preprocessingSha256;
    private final long bytes;
    private final ExecutorService thread;

    Session(OnnxModel model, ModelPackage modelPackage) {
        this.model = model;
        this.preprocessor = new Preprocessor(modelPackage.manifest());
        this.preprocessingSha256 = modelPackage.preprocessingSha256();
        this.bytes = modelPackage.onnx().length;
        String name =
                modelPackage.manifest().name() + " " + modelPackage.manifest().version();
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("infer " + name).daemon().factory());
    }

    /// @param nanos how long the whole batch took
    record Inferred(List<Scored> scored, long nanos, String executionProvider, String device) {}

    Future<Inferred> infer(List<Tensor> batch) {
        return thread.submit(() -> timed(batch));
    }

    private Inferred timed(List<Tensor> batch) throws InferenceException {
        long start = System.nanoTime();
        List<Scored> scored = model.score(batch);
        return new Inferred(scored, System.nanoTime() - start, model.executionProvider(), model.device());
    }

    Preprocessor preprocessor() {
        return preprocessor;
    }

    String preprocessingSha256() {
        return preprocessingSha256;
    }

    long bytes() {
        return bytes;
    }

    /// Waits for the batch under way.
    @Override
    public void close() {
        thread.close();
        model.close();
    }
}
