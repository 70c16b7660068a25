/// Performance estimated without labels, with the assumption it rests on as part of every result.
@NullMarked
package org.vigie.drift.estimation;

import org.jspecify.annotations.NullMarked;
