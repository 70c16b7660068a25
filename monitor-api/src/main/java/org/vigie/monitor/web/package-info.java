/// What a browser gets beside the API: the application's files, the headers that confine it, the API's document.
@NullMarked
package org.vigie.monitor.web;

import org.jspecify.annotations.NullMarked;
