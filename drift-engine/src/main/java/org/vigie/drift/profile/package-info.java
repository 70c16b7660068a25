/// Summaries of windows that can be merged, kept and sent without any row: what drifted, with the summary's own error.
@NullMarked
package org.vigie.drift.profile;

import org.jspecify.annotations.NullMarked;
