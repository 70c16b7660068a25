package org.vigie.reports.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.plot.XYPlot;

/// A share for each week, as bars from 0.
///
/// @param weeks names of the weeks, in order
/// @param top of the value axis
public record WeekBars(List<String> weeks, List<Bar> bars, double top, DoubleFunction<String> numbers)
        implements Figure {

    public WeekBars {
        weeks = List.copyOf(weeks);
        bars = List.copyOf(bars);
        if (!(top > 0)) {
            throw new IllegalArgumentException("top of the axis is not above 0: %s".formatted(top));
        }
    }

    /// @param week position in the list of weeks
    public record Bar(int week, double value) {}

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        var plot = new XYPlot();
        Plots.quiet(plot);
        plot.setDomainAxis(Plots.weekAxis(weeks));
        plot.setRangeAxis(Plots.valueAxis(0, top, Plots.step(top), numbers));
        for (Bar bar : bars) {
            if (bar.value() <= 0) {
                continue; // an empty outline: readers differ in what they do with it
            }
            var shape = new Rectangle2D.Double(bar.week() - 0.34, 0, 0.68, bar.value());
            plot.addAnnotation(new XYShapeAnnotation(shape, new BasicStroke(0.3f), Color.WHITE, Ink.ACCENT));
        }
        Plots.draw(plot, false, graphics, area);
    }
}
