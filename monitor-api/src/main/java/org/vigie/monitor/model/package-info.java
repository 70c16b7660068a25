/// Models, their immutable versions, and which version plays which role where and when.
@NullMarked
package org.vigie.monitor.model;

import org.jspecify.annotations.NullMarked;
