/// Predicted against reference masks in two and three dimensions.
@NullMarked
package org.vigie.drift.performance.segmentation;

import org.jspecify.annotations.NullMarked;
