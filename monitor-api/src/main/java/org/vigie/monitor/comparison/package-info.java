/// The champion against a candidate, case by case.
@NullMarked
package org.vigie.monitor.comparison;

import org.jspecify.annotations.NullMarked;
