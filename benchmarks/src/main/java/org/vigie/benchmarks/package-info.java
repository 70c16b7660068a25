/// Benchmarks.
@NullMarked
package org.vigie.benchmarks;

import org.jspecify.annotations.NullMarked;
