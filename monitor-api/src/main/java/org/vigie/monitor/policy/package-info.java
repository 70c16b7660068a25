/// What a hospital decided for a model: windows, thresholds, false-alarm budget, recipients. Versioned, never edited.
@NullMarked
package org.vigie.monitor.policy;

import org.jspecify.annotations.NullMarked;
