/// Agreement of a model with the reference standard.
@NullMarked
package org.vigie.drift.performance;

import org.jspecify.annotations.NullMarked;
