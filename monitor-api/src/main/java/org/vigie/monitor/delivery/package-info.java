/// Deliveries in bulk, a case a line: NDJSON and CSV taken apart within limits, and what is wrong with which line.
@NullMarked
package org.vigie.monitor.delivery;

import org.jspecify.annotations.NullMarked;
