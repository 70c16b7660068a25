/// The weekly report: put together from what was found, printed once, kept as it was printed.
@NullMarked
package org.vigie.monitor.report;

import org.jspecify.annotations.NullMarked;
