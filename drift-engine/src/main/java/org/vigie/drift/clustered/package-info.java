/// Cases that come in clusters: several of one patient, one day, one scanner.
@NullMarked
package org.vigie.drift.clustered;

import org.jspecify.annotations.NullMarked;
