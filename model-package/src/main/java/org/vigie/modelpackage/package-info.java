/// Model packages: manifest, ONNX graph, pre-processing.
@NullMarked
package org.vigie.modelpackage;

import org.jspecify.annotations.NullMarked;
