/// How far readers agree, beyond chance, and what each of them is likely to have seen.
@NullMarked
package org.vigie.drift.agreement;

import org.jspecify.annotations.NullMarked;
