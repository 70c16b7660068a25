/// Predicted risk against time to an event.
@NullMarked
package org.vigie.drift.performance.survival;

import org.jspecify.annotations.NullMarked;
