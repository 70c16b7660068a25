/// Chest-radiograph-like phantoms: anatomy, nodules, scanners, a calendar, DICOM files. Everything is
/// drawn from a seed, so that the same seed makes the same hospital, pixel for pixel.
@NullMarked
package org.vigie.demo.phantom;

import org.jspecify.annotations.NullMarked;
