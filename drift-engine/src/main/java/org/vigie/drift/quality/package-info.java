/// Whether the data themselves are sound: missing, new, impossible, repeated, rescaled, stuck, stale or absent.
@NullMarked
package org.vigie.drift.quality;

import org.jspecify.annotations.NullMarked;
