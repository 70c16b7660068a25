/// De-identification by allow-list: what is not named here does not pass.
@NullMarked
package org.vigie.dicom.deidentify;

import org.jspecify.annotations.NullMarked;
