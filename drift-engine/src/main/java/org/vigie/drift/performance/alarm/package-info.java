/// Alarms on monitored patients against the events they should announce.
@NullMarked
package org.vigie.drift.performance.alarm;

import org.jspecify.annotations.NullMarked;
