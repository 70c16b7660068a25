/// The weekly validation report: its content as plain values, and two forms of it, PDF and JSON.
///
/// [WeeklyReport] holds every number and every reason; it holds no sentence, because a report is
/// printed in the language of its reader. It is written as PDF and as JSON.
@NullMarked
package org.vigie.reports.weekly;

import org.jspecify.annotations.NullMarked;
