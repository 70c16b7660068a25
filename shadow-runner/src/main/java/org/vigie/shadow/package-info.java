/// The shadow runner.
@NullMarked
package org.vigie.shadow;

import org.jspecify.annotations.NullMarked;
