/// Once a week: drift, performance, comparison and alerts of a model, done once and kept.
@NullMarked
package org.vigie.monitor.surveillance;

import org.jspecify.annotations.NullMarked;
