package org.vigie.benchmarks.characteristics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// The page being written: Markdown text and its figures beside it.
final class Page {

    private final Path figures;
    private final StringBuilder text = new StringBuilder();

    Page(Path figures) {
        this.figures = figures;
    }

    Page heading(String title) {
        text.append("\n## ").append(title).append("\n\n");
        return this;
    }

    Page paragraph(String words) {
        text.append(words.strip()).append("\n\n");
        return this;
    }

    Page table(List<String> header, List<List<String>> rows) {
        row(header);
        row(header.stream().map(_ -> "---").toList());
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /// Lines over a logarithmic axis.
    ///
    /// @param mark a value worth a dashed line
    Page figure(String name, String alternative, String x, String y, Map<String, List<double[]>> lines, double mark) {
        var data = new XYSeriesCollection();
        lines.forEach((title, points) -> {
            var series = new XYSeries(title);
            points.forEach(point -> series.add(point[0], point[1]));
            data.addSeries(series);
        });
        JFreeChart chart = ChartFactory.createXYLineChart(null, x, y, data);
        chart.setBackgroundPaint(Color.WHITE);
        XYPlot plot = chart.getXYPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setDomainAxis(new LogAxis(x));
        plot.setRenderer(new XYLineAndShapeRenderer(true, true));
        plot.addRangeMarker(new ValueMarker(
                mark,
                Color.DARK_GRAY,
                new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 4}, 0)));
        BufferedImage image = chart.createBufferedImage(760, 380);
        try {
            Files.createDirectories(figures);
            ImageIO.write(image, "png", figures.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("a figure cannot be written", e);
        }
        text.append("![").append(alternative).append("](figures/").append(name).append(".png)\n\n");
        return this;
    }

    String text() {
        return text.toString();
    }
}
