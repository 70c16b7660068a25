package org.vigie.reports.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// What all plots share: quiet axes, hairlines, a legend on the left.
final class Plots {

    private Plots() {}

    /// An axis over week numbers 0, 1, 2, … that prints their names, as many as have room.
    static NumberAxis weekAxis(List<String> weeks) {
        int step = Math.max(1, (int) Math.ceil(weeks.size() / 6.0));
        NumberAxis axis = axis(-0.6, Math.max(weeks.size() - 1, 1) + 0.6);
        axis.setTickUnit(new NumberTickUnit(step, printing(value -> {
            int week = (int) Math.round(value);
            return week >= 0 && week < weeks.size() ? weeks.get(week) : "";
        })));
        return axis;
    }

    static NumberAxis valueAxis(double from, double to, double step, DoubleFunction<String> text) {
        NumberAxis axis = axis(from, to);
        axis.setTickUnit(new NumberTickUnit(step, printing(text)));
        return axis;
    }

    private static NumberAxis axis(double from, double to) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(from, to);
        quiet(axis);
        return axis;
    }

    static void quiet(ValueAxis axis) {
        axis.setTickLabelFont(Ink.small());
        axis.setTickLabelPaint(Ink.GREY);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(2, 2, 2, 3));
    }

    static void quiet(XYPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.RULE);
        plot.setRangeGridlineStroke(Ink.HAIR);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(3, 2, 0, 13));
    }

    static ValueMarker limit(double value) {
        ValueMarker marker = new ValueMarker(value, Ink.LIMIT, Ink.LIMIT_STROKE);
        marker.setAlpha(1);
        return marker;
    }

    static void draw(XYPlot plot, boolean legend, Graphics2D graphics, Rectangle2D area) {
        JFreeChart chart = new JFreeChart(null, Ink.small(), plot, legend);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        if (legend) {
            chart.getLegend().setItemFont(Ink.small());
            chart.getLegend().setItemPaint(Ink.BLACK);
            chart.getLegend().setBackgroundPaint(null);
            chart.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
            chart.getLegend().setPosition(RectangleEdge.TOP);
            chart.getLegend().setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.getLegend().setItemLabelPadding(new RectangleInsets(0.5, 3, 0.5, 8));
            chart.getLegend().setPadding(RectangleInsets.ZERO_INSETS);
        }
        chart.draw(graphics, area);
    }

    /// A number format that only prints, in words of the caller's choosing.
    private static NumberFormat printing(DoubleFunction<String> text) {
        return new NumberFormat() {

            private static final long serialVersionUID = 1;

            @Override
            public StringBuffer format(double value, StringBuffer to, FieldPosition position) {
                return to.append(text.apply(value));
            }

            @Override
            public StringBuffer format(long value, StringBuffer to, FieldPosition position) {
                return to.append(text.apply((double) value));
            }

            @Override
            public Number parse(String source, ParsePosition position) {
                throw new UnsupportedOperationException("this format only prints");
            }
        };
    }

    /// A step that gives about five lines over a range of this length.
    static double step(double length) {
        double raw = length / 5;
        double unit = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / unit;
        return unit * (lead <= 1.05 ? 1 : lead <= 2.1 ? 2 : lead <= 5.2 ? 5 : 10);
    }
}
