/// The same request sent twice has the effect of once.
@NullMarked
package org.vigie.monitor.idempotency;

import org.jspecify.annotations.NullMarked;
