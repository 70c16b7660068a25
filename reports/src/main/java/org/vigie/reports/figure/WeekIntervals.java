package org.vigie.reports.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/// A proportion with its interval for each week, against a minimum. A point whose whole interval lies
/// at or above the minimum is filled, any other is hollow.
///
/// @param weeks names of the weeks, in order
/// @param minimum null: none is set
public record WeekIntervals(
        List<String> weeks, List<Point> points, @Nullable Double minimum, DoubleFunction<String> numbers)
        implements Figure {

    public WeekIntervals {
        weeks = List.copyOf(weeks);
        points = List.copyOf(points);
    }

    /// @param week position in the list of weeks
    public record Point(int week, double value, double lower, double upper) {}

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        double lowest = points.stream().mapToDouble(Point::lower).min().orElse(0);
        double from = Math.max(0, Math.floor(Math.min(lowest, minimum == null ? 0.5 : minimum - 0.1) * 5) / 5);
        var plot = new XYPlot();
        Plots.quiet(plot);
        plot.setDomainAxis(Plots.weekAxis(weeks));
        plot.setRangeAxis(Plots.valueAxis(from, 1.02, from >= 0.5 ? 0.1 : 0.2, numbers));
        if (minimum != null) {
            plot.addRangeMarker(Plots.limit(minimum));
        }
        var series = new XYIntervalSeries("", false, true);
        points.forEach(point ->
                series.add(point.week(), point.week(), point.week(), point.value(), point.lower(), point.upper()));
        var all = new XYIntervalSeriesCollection();
        all.addSeries(series);
        plot.setDataset(all);
        plot.setRenderer(new Renderer(points, minimum));
        Plots.draw(plot, false, graphics, area);
    }

    private static final class Renderer extends XYErrorRenderer {

        private static final long serialVersionUID = 1;

        private final transient List<Point> points;
        private final transient @Nullable Double minimum;

        Renderer(List<Point> points, @Nullable Double minimum) {
            this.points = points;
            this.minimum = minimum;
            setDrawXError(false);
            setCapLength(3);
            setErrorStroke(new BasicStroke(1f));
            setUseFillPaint(true);
            setDrawOutlines(true);
            setSeriesPaint(0, Ink.ACCENT);
            setSeriesShape(0, Ink.marker(0));
            setSeriesOutlineStroke(0, new BasicStroke(1f));
        }

        @Override
        public Paint getItemFillPaint(int row, int column) {
            return minimum != null && points.get(column).lower() >= minimum ? Ink.ACCENT : Color.WHITE;
        }
    }
}
