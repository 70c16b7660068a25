/// Whether predicted probabilities mean what they say.
@NullMarked
package org.vigie.drift.performance.calibration;

import org.jspecify.annotations.NullMarked;
