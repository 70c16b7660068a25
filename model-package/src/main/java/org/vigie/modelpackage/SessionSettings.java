package org.vigie.modelpackage;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import org.vigie.modelpackage.ExecutionTarget.Device;

/// ONNX Runtime's options for a target, and what was really chosen.
///
/// @param executionProvider `CPUExecutionProvider` or `CUDAExecutionProvider`
/// @param device in words, for the record of each prediction
record SessionSettings(OrtSession.SessionOptions options, String executionProvider, String device) {

    static SessionSettings of(ExecutionTarget target) throws OrtException, GpuUnavailable {
        OnnxEngine.environment();
        if (target.device() == Device.CPU) {
            return cpu(target);
        }
        OrtSession.SessionOptions options = options(target);
        try {
            addCuda(options);
            return new SessionSettings(options, OrtProvider.CUDA.getName(), "cuda:0");
        } catch (GpuUnavailable e) {
            options.close();
            if (target.device() == Device.GPU) {
                throw e;
            }
            return cpu(target);
        }
    }

    private static SessionSettings cpu(ExecutionTarget target) throws OrtException {
        return new SessionSettings(
                options(target),
                OrtProvider.CPU.getName(),
                "%s, threads: %d".formatted(Processor.NAME, target.threads()));
    }

    private static OrtSession.SessionOptions options(ExecutionTarget target) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        options.setIntraOpNumThreads(target.threads());
        options.setInterOpNumThreads(1);
        // A waiting thread that spins takes the core from decoding.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        return options;
    }

    private static void addCuda(OrtSession.SessionOptions options) throws GpuUnavailable {
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            throw new GpuUnavailable(
                    "this build has no CUDA provider; build it with the Maven profile gpu (onnxruntime_gpu)");
        }
        try {
            options.addCUDA(0);
        } catch (OrtException e) {
            throw new GpuUnavailable("CUDA device 0 cannot be used (CUDA 12 and cuDNN 9 are needed on this host): "
                    + OnnxEngine.reason(e));
        }
    }
}
