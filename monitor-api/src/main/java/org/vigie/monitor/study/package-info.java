/// Studies: taken in at the door, de-identified there, kept by content, listed and shown.
@NullMarked
package org.vigie.monitor.study;

import org.jspecify.annotations.NullMarked;
