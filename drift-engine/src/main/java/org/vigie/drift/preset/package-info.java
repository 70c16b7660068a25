/// What other monitoring tools would have said about the same windows: their choice of method, their bins, their
/// thresholds, their rule for the whole table, their numbers. For people who migrate, and for honest comparison.
/// None of these presets holds its level; the Javadoc of each says where it misleads.
@NullMarked
package org.vigie.drift.preset;

import org.jspecify.annotations.NullMarked;
