/// Removing names, places, dates and numbers that lead to a person from free text, before it is stored.
@NullMarked
package org.vigie.monitor.masking;

import org.jspecify.annotations.NullMarked;
