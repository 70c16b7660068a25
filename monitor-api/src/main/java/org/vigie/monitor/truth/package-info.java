/// What is known to be true of a case, from when on, and how it is known.
@NullMarked
package org.vigie.monitor.truth;

import org.jspecify.annotations.NullMarked;
