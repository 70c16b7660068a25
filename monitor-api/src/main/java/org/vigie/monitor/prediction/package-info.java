/// Predictions: imported in bulk from other products, written by replays, exported as rows.
@NullMarked
package org.vigie.monitor.prediction;

import org.jspecify.annotations.NullMarked;
