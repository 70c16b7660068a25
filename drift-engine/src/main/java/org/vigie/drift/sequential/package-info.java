/// Looking again and again without paying for it: confidence sequences, evidence that may be watched, charts and
/// detectors of change.
@NullMarked
package org.vigie.drift.sequential;

import org.jspecify.annotations.NullMarked;
