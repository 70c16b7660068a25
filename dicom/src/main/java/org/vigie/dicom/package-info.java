/// A strict reader and writer of DICOM objects (PS3.5, PS3.10).
@NullMarked
package org.vigie.dicom;

import org.jspecify.annotations.NullMarked;
