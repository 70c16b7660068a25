/// Decisions among several classes, and several labels on one case.
@NullMarked
package org.vigie.drift.performance.classes;

import org.jspecify.annotations.NullMarked;
