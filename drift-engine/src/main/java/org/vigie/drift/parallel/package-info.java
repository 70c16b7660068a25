/// Independent pieces of work on several threads, with the same outcome on any number of them.
@NullMarked
package org.vigie.drift.parallel;

import org.jspecify.annotations.NullMarked;
