/// Benchmarks of the plain libraries. Results, with machine and command, stand in `benchmarks/results`.
@NullMarked
package org.vigie.benchmarks;

import org.jspecify.annotations.NullMarked;
