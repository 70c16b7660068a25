/// Accuracy when only some cases were verified, and not at random.
@NullMarked
package org.vigie.drift.verification;

import org.jspecify.annotations.NullMarked;
