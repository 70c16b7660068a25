/// The cases that a model version scored, with what is watched in them and what is known to be true of them.
@NullMarked
package org.vigie.monitor.caseload;

import org.jspecify.annotations.NullMarked;
