/// Distances between a reference window and a current window, each with its own null.
@NullMarked
package org.vigie.drift.distance;

import org.jspecify.annotations.NullMarked;
