/// Pixels of DICOM objects: frames, decoders, stored values, grey images, windows.
@NullMarked
package org.vigie.dicom.pixel;

import org.jspecify.annotations.NullMarked;
