/// Operating characteristics of the drift engine by simulation: false alarms, coverage, delays. Writes
/// `docs/statistics/operating-characteristics.md` and its figures.
@NullMarked
package org.vigie.benchmarks.characteristics;

import org.jspecify.annotations.NullMarked;
