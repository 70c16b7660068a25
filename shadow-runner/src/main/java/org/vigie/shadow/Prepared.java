package org.vigie.shadow;

import java.util.Map;
import org.vigie.client.RunnerApi;
import org.vigie.modelpackage.Tensor;

/// What became of a case before inference.
sealed interface Prepared {

    /// @param tensors pre-processing hash → tensor
    record Ready(RunnerApi.Case one, Map<String, Tensor> tensors) implements Prepared {}

    /// The case itself cannot be scored; the service is told why.
    record Failed(RunnerApi.Failure failure) implements Prepared {}

    /// Nothing is known about the case: it goes back to the queue when the lease ends.
    record Abandoned() implements Prepared {}
}
