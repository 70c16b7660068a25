/// XHTML and figures in, an archivable and accessible PDF out.
@NullMarked
package org.vigie.reports.document;

import org.jspecify.annotations.NullMarked;
