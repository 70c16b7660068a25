/// What every capability stands on: the data folder, the database, settings, the clock, ids, pages.
@NullMarked
package org.vigie.monitor.platform;

import org.jspecify.annotations.NullMarked;
