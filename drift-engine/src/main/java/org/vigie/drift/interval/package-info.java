/// Proportions and their confidence intervals.
@NullMarked
package org.vigie.drift.interval;

import org.jspecify.annotations.NullMarked;
