package org.vigie.reports.document;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import java.awt.Shape;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.vigie.reports.figure.Figure;
import org.w3c.dom.Element;

/// Turns XHTML into PDF/A-3a that is also PDF/UA-1, the same bytes for the same input.
///
/// A figure stands in the page as `<object type="image/figure" data="NAME" alt="…">` with a width and
/// a height; it is drawn as vectors and its text stays text.
public final class Pdf {

    private static final String FIGURE = "image/figure";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /// @param xhtml well-formed, with a language, a title and the metadata PDF/UA asks for
    /// @param figures by the name the page calls them
    /// @param created stands as the date of creation, whenever this runs
    /// @param identity of the content; becomes the identifier of the document
    /// @param attachment null: nothing is attached
    public static byte[] render(
            String xhtml,
            Map<String, Figure> figures,
            Instant created,
            long identity,
            @Nullable Attachment attachment) {
        try (var document = new DatedDocument(created);
                PdfBoxRenderer renderer = builder(xhtml, figures, document).buildPdfRenderer()) {
            document.setDocumentId(identity);
            renderer.createPDFWithoutClosing();
            if (attachment != null) {
                attachment.attachTo(document, created);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the PDF", e);
        }
    }

    private static PdfRendererBuilder builder(String xhtml, Map<String, Figure> figures, PDDocument document) {
        var builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Vigie");
        builder.useFont(() -> typeface("Inter_400Regular.ttf"), "Inter", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> typeface("Inter_600SemiBold.ttf"), "Inter", 600, FontStyle.NORMAL, true);
        // figures ask for a typeface by the family in the font file
        builder.useFont(() -> typeface("Inter_600SemiBold.ttf"), "Inter SemiBold", 400, FontStyle.NORMAL, true);
        // the page names no outside resource; should it ever, nothing is fetched
        builder.useUriResolver((base, uri) -> null);
        builder.useUnicodeLineBreaker(new SpaceBreaker());
        builder.useObjectDrawerFactory(new Figures(figures));
        builder.withHtmlContent(xhtml, null);
        return builder;
    }

    private static InputStream typeface(String name) {
        InputStream in = Pdf.class.getResourceAsStream("/org/vigie/reports/font/" + name);
        if (in == null) {
            throw new IllegalStateException("typeface is not in the jar: " + name);
        }
        return in;
    }

    private record Figures(Map<String, Figure> byName) implements FSObjectDrawerFactory {

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            Figure figure = byName.get(element.getAttribute("data"));
            if (figure == null) {
                throw new IllegalArgumentException(
                        "the page calls a figure that is not given: " + element.getAttribute("data"));
            }
            return new Drawer(figure);
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return element.getAttribute("type").equals(FIGURE);
        }
    }

    private record Drawer(Figure figure) implements FSObjectDrawer {

        @Override
        public @Nullable Map<Shape, String> drawObject(
                Element element,
                double x,
                double y,
                double width,
                double height,
                OutputDevice device,
                RenderingContext context,
                int dotsPerPixel) {
            double w = width / dotsPerPixel;
            double h = height / dotsPerPixel;
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) w,
                    (float) h,
                    graphics -> figure.draw(graphics, new Rectangle2D.Double(0, 0, w, h)));
            return null;
        }
    }
}
