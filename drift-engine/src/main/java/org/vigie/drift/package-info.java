/// Statistics of clinical monitoring.
@NullMarked
package org.vigie.drift;

import org.jspecify.annotations.NullMarked;
