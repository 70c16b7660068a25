/// The access log: who did what, when, to which of our own ids, in a chain of hashes.
@NullMarked
package org.vigie.monitor.audit;

import org.jspecify.annotations.NullMarked;
