/// Clinicians say that a prediction is wrong, or that it is right.
@NullMarked
package org.vigie.monitor.flag;

import org.jspecify.annotations.NullMarked;
