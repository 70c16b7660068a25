package org.vigie.modelpackage;

import ai.onnxruntime.OrtException;

/// Where models really run for a target, known before any is loaded.
///
/// @param executionProvider `CPUExecutionProvider` or `CUDAExecutionProvider`
/// @param name in words
public record ExecutionDevice(String executionProvider, String name) {

    /// @throws GpuUnavailable when the target demands a GPU and there is none to use
    public static ExecutionDevice of(ExecutionTarget target) throws GpuUnavailable {
        try {
            SessionSettings settings = SessionSettings.of(target);
            settings.options().close();
            return new ExecutionDevice(settings.executionProvider(), settings.device());
        } catch (OrtException e) {
            throw new GpuUnavailable(OnnxEngine.reason(e));
        }
    }
}
