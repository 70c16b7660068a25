/// What a statistic says, what it rests on, and what is concluded from it.
@NullMarked
package org.vigie.drift.verdict;

import org.jspecify.annotations.NullMarked;
