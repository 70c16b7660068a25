/// Watching a table of typed columns: windows and chunks in, one report out.
@NullMarked
package org.vigie.drift.monitor;

import org.jspecify.annotations.NullMarked;
