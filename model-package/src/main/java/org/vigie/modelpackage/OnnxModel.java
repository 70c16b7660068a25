package org.vigie.modelpackage;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.modelpackage.ModelPackageException.OnnxDoesNotLoad;

/// A loaded model: batches of tensors in, scores out. For one thread at a time.
public final class OnnxModel implements AutoCloseable {

    private final Manifest manifest;
    private final SessionSettings settings;
    private final Model model;
    private final Predictor<NDList, NDList> predictor;
    private final NDManager manager;
    private FloatBuffer buffer = FloatBuffer.allocate(0);

    private OnnxModel(Manifest manifest, SessionSettings settings, Model model) {
        this.manifest = manifest;
        this.settings = settings;
        this.model = model;
        this.predictor = model.newPredictor(new NoopTranslator());
        this.manager = NDManager.newBaseManager(OnnxEngine.NAME);
    }

    /// @param folder holds `model.onnx`
    /// @throws GpuUnavailable when the target demands a GPU and there is none to use
    public static OnnxModel load(Path folder, Manifest manifest, ExecutionTarget target)
            throws OnnxDoesNotLoad, GpuUnavailable {
        SessionSettings settings;
        try {
            settings = SessionSettings.of(target);
        } catch (OrtException e) {
            throw new OnnxDoesNotLoad(OnnxEngine.reason(e));
        }
        Model model = Model.newInstance("model", OnnxEngine.NAME);
        try {
            model.load(folder, "model", Map.of("sessionOptions", settings.options()));
        } catch (IOException | MalformedModelException e) {
            model.close();
            settings.options().close();
            throw new OnnxDoesNotLoad(OnnxEngine.reason(e.getCause() == null ? e : e.getCause()));
        }
        return new OnnxModel(manifest, settings, model);
    }

    /// @return `CPUExecutionProvider` or `CUDAExecutionProvider`
    public String executionProvider() {
        return settings.executionProvider();
    }

    public String device() {
        return settings.device();
    }

    /// @param batch tensors of one size, at least one
    /// @return one result for each tensor, in order
    public List<Scored> score(List<Tensor> batch) throws InferenceException {
        Tensor first = batch.getFirst();
        Shape shape = new Shape(batch.size(), first.channels(), first.height(), first.width());
        fill(batch);
        try (NDArray input = manager.create(buffer, shape);
                NDList outputs = predictor.predict(new NDList(input))) {
            return results(outputs, batch.size());
        } catch (TranslateException e) {
            throw new InferenceException(
                    "the model fails on a batch %s: %s"
                            .formatted(shape, OnnxEngine.reason(e.getCause() == null ? e : e.getCause())),
                    e);
        }
    }

    private void fill(List<Tensor> batch) {
        Tensor first = batch.getFirst();
        int floats = Math.multiplyExact(batch.size(), first.values().length);
        if (buffer.capacity() < floats || !buffer.isDirect()) {
            buffer = ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
        buffer.clear();
        for (Tensor tensor : batch) {
            if (!tensor.sameSizeAs(first)) {
                throw new IllegalArgumentException("the tensors of a batch must have one size");
            }
            buffer.put(tensor.values());
        }
        buffer.flip();
    }

    private List<Scored> results(NDList outputs, int count) throws InferenceException {
        Manifest.Scores scores = manifest.outputs().scores();
        float[] raw = output(outputs, scores.name(), count);
        if (raw.length != count * scores.labels().size()) {
            throw new InferenceException("output '%s' gives %d numbers for %d cases, the manifest has %d labels"
                    .formatted(scores.name(), raw.length, count, scores.labels().size()));
        }
        String featureOutput = manifest.outputs().features();
        float[] features = featureOutput == null ? null : output(outputs, featureOutput, count);
        List<Scored> results = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int labels = scores.labels().size();
            double[] values =
                    Activations.apply(scores.activation(), Arrays.copyOfRange(raw, i * labels, (i + 1) * labels));
            results.add(scored(
                    values,
                    features == null
                            ? null
                            : Arrays.copyOfRange(
                                    features, i * (features.length / count), (i + 1) * (features.length / count))));
        }
        return results;
    }

    private Scored scored(double[] values, float @Nullable [] features) {
        Map<String, Double> byLabel = new LinkedHashMap<>();
        List<String> labels = manifest.outputs().scores().labels();
        for (int i = 0; i < values.length; i++) {
            byLabel.put(labels.get(i), values[i]);
        }
        return new Scored(values[labels.indexOf(manifest.target())], byLabel, features);
    }

    private static float[] output(NDList outputs, String name, int count) throws InferenceException {
        NDArray array = outputs.get(name);
        if (array == null) {
            throw new InferenceException("the model gave no output '" + name + "'");
        }
        float[] values = array.toFloatArray();
        if (values.length == 0 || values.length % count != 0) {
            throw new InferenceException(
                    "output '%s' gives %d numbers for %d cases".formatted(name, values.length, count));
        }
        return values;
    }

    @Override
    public void close() {
        predictor.close();
        manager.close();
        model.close();
        settings.options().close();
    }
}
