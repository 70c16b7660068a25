package org.vigie.reports.weekly;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.reports.document.Attachment;
import org.vigie.reports.document.Pdf;
import org.vigie.reports.figure.Figure;

/// The report on at most twelve A4 pages: PDF/A-3a and PDF/UA-1, figures as vectors, the JSON twin
/// attached. The same report in the same language gives the same bytes, on any day.
public final class WeeklyReportPdf {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, WeeklyReportPdf.class.getClassLoader(), "org.vigie.reports.weekly");

    private static final String STYLE = resource("weekly.css");

    private WeeklyReportPdf() {}

    /// @throws IllegalArgumentException if the language is neither English nor French
    public static byte[] render(WeeklyReport report, Locale language) {
        Page page = Page.of(report, Language.of(language));
        var xhtml = new StringOutput();
        TEMPLATES.render("weekly.jte", Map.of("page", page, "style", STYLE), xhtml);
        Map<String, Figure> figures =
                page.drawings().stream().collect(Collectors.toMap(Drawing::name, Drawing::figure));
        var twin = new Attachment(
                "vigie-%s-%s.json"
                        .formatted(report.about().week(), page.sha256().substring(0, 12)),
                "application/json",
                page.t(Label.TWIN),
                WeeklyReportJson.write(report));
        long identity = Long.parseUnsignedLong(page.sha256(), 0, 16, 16);
        return Pdf.render(xhtml.toString(), figures, report.about().asOf(), identity, twin);
    }

    private static String resource(String name) {
        try (InputStream in = WeeklyReportPdf.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
