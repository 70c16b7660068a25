/// Made-up readers: they look at the phantoms late, and err as people do.
@NullMarked
package org.vigie.demo.reading;

import org.jspecify.annotations.NullMarked;
