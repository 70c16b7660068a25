package org.vigie.reports.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.LongStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.plot.XYPlot;

/// Two windows over the same bins, as shares: the reference as an outline, the current window filled.
///
/// @param edges ascending, one more than there are bins
/// @param limits where a vertical line stands, such as a decision threshold
public record ShareHistogram(
        List<Double> edges,
        List<Long> reference,
        List<Long> current,
        String referenceName,
        String currentName,
        List<Double> limits,
        DoubleFunction<String> numbers,
        DoubleFunction<String> shares)
        implements Figure {

    public ShareHistogram {
        edges = List.copyOf(edges);
        reference = List.copyOf(reference);
        current = List.copyOf(current);
        limits = List.copyOf(limits);
        if (reference.size() != edges.size() - 1 || current.size() != edges.size() - 1) {
            throw new IllegalArgumentException(
                    "%d edges do not bound %d and %d bins".formatted(edges.size(), reference.size(), current.size()));
        }
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        double[] before = shares(reference);
        double[] now = shares(current);
        double highest = 0.01;
        for (int i = 0; i < before.length; i++) {
            highest = Math.max(highest, Math.max(before[i], now[i]));
        }
        double from = edges.getFirst();
        double to = edges.getLast();
        var plot = new XYPlot();
        Plots.quiet(plot);
        plot.setDomainAxis(Plots.valueAxis(from, to, Plots.step(to - from), numbers));
        plot.setRangeAxis(Plots.valueAxis(0, highest * 1.08, Plots.step(highest), shares));
        for (int i = 0; i < now.length; i++) {
            if (now[i] > 0) {
                double left = edges.get(i);
                var bar = new Rectangle2D.Double(left, 0, edges.get(i + 1) - left, now[i]);
                plot.addAnnotation(new XYShapeAnnotation(bar, new BasicStroke(0.4f), java.awt.Color.WHITE, Ink.TINT));
            }
        }
        plot.addAnnotation(new XYShapeAnnotation(outline(before), new BasicStroke(1.4f), Ink.BLACK));
        for (double limit : limits) {
            plot.addAnnotation(new XYLineAnnotation(limit, 0, limit, highest * 1.08, Ink.LIMIT_STROKE, Ink.LIMIT));
        }
        plot.setFixedLegendItems(legend());
        Plots.draw(plot, true, graphics, area);
    }

    private Path2D outline(double[] heights) {
        Path2D path = new Path2D.Double();
        path.moveTo(edges.getFirst(), 0);
        for (int i = 0; i < heights.length; i++) {
            path.lineTo(edges.get(i), heights[i]);
            path.lineTo(edges.get(i + 1), heights[i]);
        }
        path.lineTo(edges.getLast(), 0);
        return path;
    }

    private LegendItemCollection legend() {
        var items = new LegendItemCollection();
        items.add(new LegendItem(
                referenceName, null, null, null, new Line2D.Double(0, 0, 14, 0), new BasicStroke(1.4f), Ink.BLACK));
        items.add(new LegendItem(currentName, null, null, null, new Rectangle2D.Double(0, -4, 14, 8), Ink.TINT));
        return items;
    }

    private static double[] shares(List<Long> counts) {
        double all = Math.max(1, counts.stream().flatMapToLong(LongStream::of).sum());
        return counts.stream().mapToDouble(count -> count / all).toArray();
    }
}
