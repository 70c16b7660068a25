/// The command `vigie`: every step of the loop over the service's API.
@NullMarked
package org.vigie.client.cli;

import org.jspecify.annotations.NullMarked;
