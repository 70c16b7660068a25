/// Two-sample tests with exact, limiting or resampled p-values.
@NullMarked
package org.vigie.drift.hypothesis;

import org.jspecify.annotations.NullMarked;
