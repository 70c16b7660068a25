package org.vigie.reports.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The few colours, strokes, markers and the one typeface of all figures. Series differ by stroke and
/// marker first, and by colour only second.
final class Ink {

    static final Color BLACK = new Color(0x17212B);
    static final Color GREY = new Color(0x5D6874);
    static final Color RULE = new Color(0xDDE3E8);
    static final Color ACCENT = new Color(0x1B567F);
    static final Color TINT = new Color(0xC9D9E6);
    static final Color LIMIT = new Color(0x9E2A2B);

    static final Stroke HAIR = new BasicStroke(0.6f);
    static final Stroke LIMIT_STROKE =
            new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 2.4f}, 0);

    private static final Font INTER = load("Inter_400Regular.ttf");
    private static final Font INTER_SEMIBOLD = load("Inter_600SemiBold.ttf");

    private static final List<Color> SERIES = List.of(ACCENT, BLACK, new Color(0x7A5A00), new Color(0x5D6874));
    private static final List<Stroke> STROKES =
            List.of(stroke(1.6f), stroke(1.3f, 5, 2.5f), stroke(1.5f, 1.5f, 2.2f), stroke(1.3f, 6, 2, 1.5f, 2));

    private Ink() {}

    /// Tick labels and legends: 6.8 points.
    static Font small() {
        return INTER.deriveFont(9.1f);
    }

    static Font emphasised() {
        return INTER_SEMIBOLD.deriveFont(9.1f);
    }

    static Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    static Stroke stroke(int index) {
        return STROKES.get(index % STROKES.size());
    }

    static Shape marker(int index) {
        return switch (index % 4) {
            case 0 -> new Ellipse2D.Double(-2.6, -2.6, 5.2, 5.2);
            case 1 -> new Rectangle2D.Double(-2.3, -2.3, 4.6, 4.6);
            case 2 -> polygon(0, -3.2, 3, 2.4, -3, 2.4);
            default -> polygon(0, -3.4, 3.4, 0, 0, 3.4, -3.4, 0);
        };
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Stroke stroke(float width, float... dashes) {
        return dashes.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    private static Font load(String name) {
        try (InputStream in = Ink.class.getResourceAsStream("/org/vigie/reports/font/" + name)) {
            if (in == null) {
                throw new IllegalStateException("typeface is not in the jar: " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the typeface " + name, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("not a TrueType font: " + name, e);
        }
    }
}
