/// Bins and the counts of windows over them.
@NullMarked
package org.vigie.drift.binning;

import org.jspecify.annotations.NullMarked;
