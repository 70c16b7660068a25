/// The champion against the truth: sensitivity, specificity, AUROC, with intervals and three-valued verdicts.
@NullMarked
package org.vigie.monitor.performance;

import org.jspecify.annotations.NullMarked;
