/// Feature vectors and tables taken as a whole: have they changed together, in what, and is one case unlike the rest?
@NullMarked
package org.vigie.drift.multivariate;

import org.jspecify.annotations.NullMarked;
