package org.vigie.reports.weekly;

import java.io.IOException;
import java.util.Locale;

/// Writes the full sample report in French to the standard output: a fresh process for the test that
/// compares bytes.
final class PrintReport {

    private PrintReport() {}

    public static void main(String[] arguments) throws IOException {
        System.out.write(WeeklyReportPdf.render(SampleReports.full(), Locale.FRENCH));
        System.out.flush();
    }
}
