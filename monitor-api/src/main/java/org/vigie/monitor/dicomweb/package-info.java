/// DICOMweb for the de-identified studies: WADO-RS metadata and frames, as much as a viewer needs (PS3.18 10.4).
@NullMarked
package org.vigie.monitor.dicomweb;

import org.jspecify.annotations.NullMarked;
