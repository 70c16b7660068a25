/// HTTP client of the service.
@NullMarked
package org.vigie.client;

import org.jspecify.annotations.NullMarked;
