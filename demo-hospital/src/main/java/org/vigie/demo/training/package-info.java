/// Trains the demo's models: a fixed filter bank as an ONNX graph, a last layer fitted by Smile, and the package around
/// both.
@NullMarked
package org.vigie.demo.training;

import org.jspecify.annotations.NullMarked;
