/// The service.
@NullMarked
package org.vigie.monitor;

import org.jspecify.annotations.NullMarked;
