package org.vigie.reports.weekly;

import org.vigie.reports.figure.Figure;

/// A figure on the page.
///
/// @param name the page calls it by
/// @param alternative says in words what the figure shows, for readers who do not see it
record Drawing(String name, Figure figure, String alternative) {}
