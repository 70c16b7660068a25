/// Who may do what: accounts, sessions, tokens, roles. Nothing is allowed that no rule allows.
@NullMarked
package org.vigie.monitor.security;

import org.jspecify.annotations.NullMarked;
