/// Keeping the number of false alarms within a budget.
@NullMarked
package org.vigie.drift.multiplicity;

import org.jspecify.annotations.NullMarked;
