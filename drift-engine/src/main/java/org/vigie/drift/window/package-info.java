/// Samples as they enter the engine: checked at the door, sorted or counted once.
@NullMarked
package org.vigie.drift.window;

import org.jspecify.annotations.NullMarked;
