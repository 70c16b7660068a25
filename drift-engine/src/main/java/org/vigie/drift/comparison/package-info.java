/// Models, or a model and readers, on the same cases: which is better, and how many cases that takes.
@NullMarked
package org.vigie.drift.comparison;

import org.jspecify.annotations.NullMarked;
