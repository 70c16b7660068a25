/// Runs: replays of cases through versions, leased to runners in batches and stored exactly once.
@NullMarked
package org.vigie.monitor.run;

import org.jspecify.annotations.NullMarked;
