package org.vigie.reports.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Values over the weeks, one line for each name, against one limit. A week without a value breaks
/// the line; a marked point is filled, any other is hollow.
///
/// @param weeks names of the weeks, in order
/// @param numbers words the ticks of the value axis
public record WeekLines(List<String> weeks, List<Line> lines, double limit, DoubleFunction<String> numbers)
        implements Figure {

    /// Beyond it a line runs along the upper edge: one wild week must not flatten all others.
    private static final double HIGHEST = 6;

    public WeekLines {
        weeks = List.copyOf(weeks);
        lines = List.copyOf(lines);
    }

    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /// @param week position in the list of weeks
    public record Point(int week, double value, boolean marked) {}

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        double highest = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::value)
                .max()
                .orElse(limit);
        double top = Math.min(HIGHEST, Math.max(1.5, highest / limit) * 1.08) * limit;
        var plot = new XYPlot();
        Plots.quiet(plot);
        plot.setDomainAxis(Plots.weekAxis(weeks));
        plot.setRangeAxis(Plots.valueAxis(0, top, Plots.step(top), numbers));
        plot.addRangeMarker(Plots.limit(limit));
        plot.setDataset(series(top));
        plot.setRenderer(new Renderer(lines));
        Plots.draw(plot, true, graphics, area);
    }

    private XYSeriesCollection series(double top) {
        var all = new XYSeriesCollection();
        for (int index = 0; index < lines.size(); index++) {
            Line line = lines.get(index);
            Map<Integer, Double> values = line.points().stream()
                    .collect(Collectors.toMap(
                            Point::week, point -> Math.min(point.value(), top * 0.985), (first, second) -> second));
            var series = new XYSeries(new Key(index, line.name()), false, false);
            for (int week = 0; week < weeks.size(); week++) {
                series.add(week, values.get(week));
            }
            all.addSeries(series);
        }
        return all;
    }

    /// Two lines may bear one name.
    private record Key(int index, String name) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Renderer extends XYLineAndShapeRenderer {

        private static final long serialVersionUID = 1;

        private final transient List<Line> lines;

        Renderer(List<Line> lines) {
            super(true, true);
            this.lines = lines;
            setUseFillPaint(true);
            setDrawOutlines(true);
            for (int i = 0; i < lines.size(); i++) {
                setSeriesPaint(i, Ink.series(i));
                setSeriesStroke(i, Ink.stroke(i));
                setSeriesShape(i, Ink.marker(i));
                setSeriesOutlineStroke(i, Ink.HAIR);
            }
        }

        @Override
        public Paint getItemFillPaint(int row, int column) {
            boolean marked =
                    lines.get(row).points().stream().anyMatch(point -> point.week() == column && point.marked());
            return marked ? Ink.series(row) : Color.WHITE;
        }
    }
}
