/// Predicted against measured numbers.
@NullMarked
package org.vigie.drift.performance.regression;

import org.jspecify.annotations.NullMarked;
