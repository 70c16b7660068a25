/// Figures drawn from plain values, as vectors, legible without colour.
@NullMarked
package org.vigie.reports.figure;

import org.jspecify.annotations.NullMarked;
