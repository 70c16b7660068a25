/// Alerts: few, true, told once, answered by a named person.
@NullMarked
package org.vigie.monitor.alert;

import org.jspecify.annotations.NullMarked;
