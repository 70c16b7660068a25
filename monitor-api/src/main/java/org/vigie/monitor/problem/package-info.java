/// Every error as `application/problem+json`, RFC 9457; each type has a page under `docs/problems`.
@NullMarked
package org.vigie.monitor.problem;

import org.jspecify.annotations.NullMarked;
