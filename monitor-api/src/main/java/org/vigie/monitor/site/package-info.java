/// Sites: hospitals, or parts of one, with their own time zones.
@NullMarked
package org.vigie.monitor.site;

import org.jspecify.annotations.NullMarked;
