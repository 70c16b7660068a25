package org.vigie.shadow;

import java.nio.file.Path;
import org.vigie.modelpackage.ExecutionTarget;

/// @param name what the service knows this runner by
/// @param target where models run
/// @param batch most images inferred at once
/// @param decoders threads that decode and pre-process
/// @param cache folder for model packages
/// @param sessionBytes memory that loaded models may take together, counted by the size of their files
/// @param once stop when there is nothing to do, instead of waiting
record RunnerSettings(
        String name, ExecutionTarget target, int batch, int decoders, Path cache, long sessionBytes, boolean once) {

    RunnerSettings {
        if (!(batch >= 1 && batch <= 1024 && decoders >= 1 && decoders <= 1024 && sessionBytes > 0)) {
            throw new IllegalArgumentException(
                    "batch %d, decoders %d, session bytes %d".formatted(batch, decoders, sessionBytes));
        }
    }

    /// @return cases to ask for at once: two batches, so that decoding one and inferring the other overlap
    int capacity() {
        return Math.min(1000, 2 * batch);
    }
}
