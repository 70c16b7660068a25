/// Comparing a window of cases with the reference: what moved, and where.
@NullMarked
package org.vigie.monitor.driftcheck;

import org.jspecify.annotations.NullMarked;
