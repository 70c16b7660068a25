/// The weekly validation report.
@NullMarked
package org.vigie.reports;

import org.jspecify.annotations.NullMarked;
