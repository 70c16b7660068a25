package org.vigie.reports.weekly;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The JSON twin of a report: every number of the pages and those the pages had no room for. It has
/// no language, and its SHA-256 names the report.
public final class WeeklyReportJson {

    private WeeklyReportJson() {}

    /// UTF-8, ending in a line feed; equal reports give equal bytes.
    public static byte[] write(WeeklyReport report) {
        return RecordJson.write(report).getBytes(StandardCharsets.UTF_8);
    }

    /// SHA-256 of the JSON in hexadecimal: what each page of the PDF prints the beginning of.
    public static String sha256(WeeklyReport report) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(write(report)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
