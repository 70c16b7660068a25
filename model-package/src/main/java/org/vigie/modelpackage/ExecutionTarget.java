package org.vigie.modelpackage;

/// Where a model shall run, and what it may use there.
///
/// @param device what was asked for
/// @param threads CPU threads for one inference
public record ExecutionTarget(Device device, int threads) {

    public static final ExecutionTarget ONE_CPU_THREAD = new ExecutionTarget(Device.CPU, 1);

    public ExecutionTarget {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("threads must be from 1 to 1024: " + threads);
        }
    }

    public enum Device {
        CPU,
        /// The first CUDA device, or an error: never the CPU instead.
        GPU,
        /// The first CUDA device where there is one, else the CPU.
        AUTO
    }
}
