package org.vigie.reports.document;

import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/// A document that was created when it is told, not when the program runs. The renderer copies the
/// date from here into the metadata, so that both agree as PDF/A wants.
final class DatedDocument extends PDDocument {

    private final Instant created;

    DatedDocument(Instant created) {
        this.created = created;
    }

    @Override
    public void setDocumentInformation(PDDocumentInformation information) {
        information.setCreationDate(calendar(created));
        information.setModificationDate(calendar(created));
        information.setCreator("Vigie");
        super.setDocumentInformation(information);
    }

    static Calendar calendar(Instant instant) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(instant.toEpochMilli() / 1000 * 1000);
        return calendar;
    }
}
