package org.vigie.reports.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/// Estimates with their intervals, one below the other, against a common limit. A row whose whole
/// interval lies at or above the limit is filled, any other is hollow.
///
/// @param limit null: none is set
/// @param zero whether a thin line marks 0, for differences
public record Forest(
        List<Row> rows, double from, double to, @Nullable Double limit, boolean zero, DoubleFunction<String> numbers)
        implements Figure {

    public Forest {
        rows = List.copyOf(rows);
        if (!(from < to)) {
            throw new IllegalArgumentException("axis from %s to %s".formatted(from, to));
        }
    }

    public record Row(String name, double value, double lower, double upper) {}

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        var plot = new XYPlot();
        Plots.quiet(plot);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(Ink.RULE);
        plot.setDomainGridlineStroke(Ink.HAIR);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainAxis(Plots.valueAxis(from, to, Plots.step(to - from), numbers));
        plot.setRangeAxis(names());
        if (zero) {
            plot.addDomainMarker(new ValueMarker(0, Ink.GREY, Ink.HAIR));
        }
        if (limit != null) {
            plot.addDomainMarker(Plots.limit(limit));
        }
        var series = new XYIntervalSeries("", false, true);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            series.add(row.value(), row.lower(), row.upper(), i, i, i);
        }
        var all = new XYIntervalSeriesCollection();
        all.addSeries(series);
        plot.setDataset(all);
        plot.setRenderer(new Renderer());
        Plots.draw(plot, false, graphics, area);
    }

    private SymbolAxis names() {
        var axis = new SymbolAxis(null, rows.stream().map(Row::name).toArray(String[]::new));
        axis.setInverted(true);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.6, rows.size() - 0.4);
        Plots.quiet(axis);
        axis.setTickLabelPaint(Ink.BLACK);
        return axis;
    }

    private final class Renderer extends XYErrorRenderer {

        private static final long serialVersionUID = 1;

        Renderer() {
            setDrawYError(false);
            setCapLength(4);
            setErrorStroke(new BasicStroke(1.2f));
            setUseFillPaint(true);
            setDrawOutlines(true);
            setSeriesPaint(0, Ink.ACCENT);
            setSeriesShape(0, Ink.marker(1));
            setSeriesOutlineStroke(0, new BasicStroke(1f));
        }

        @Override
        public Paint getItemFillPaint(int series, int item) {
            return limit != null && rows.get(item).lower() >= limit ? Ink.ACCENT : Color.WHITE;
        }
    }
}
