package org.vigie.reports.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// Something that can be drawn, at any size and with vectors only. Lengths are CSS pixels, 96 to the inch.
@FunctionalInterface
public interface Figure {

    void draw(Graphics2D graphics, Rectangle2D area);
}
