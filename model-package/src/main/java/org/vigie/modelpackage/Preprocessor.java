package org.vigie.modelpackage;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomObject;

/// Carries out the steps that a manifest declares. Safe for use by many threads.
public final class Preprocessor {

    private final Manifest.Input input;
    private final List<Step> steps;

    public Preprocessor(Manifest manifest) {
        this.input = manifest.input();
        this.steps = manifest.preprocess();
    }

    /// The image of a DICOM object as the model takes it.
    ///
    /// @throws DicomException if its pixels cannot be read
    /// @throws UnsuitableImage if the declared steps do not fit it
    public Tensor apply(DicomObject object) throws DicomException, UnsuitableImage {
        SourceImage source = SourceImage.of(object);
        demandSteps(source);
        GreyPlane plane = source.plane();
        Step.@Nullable Normalize normalize = null;
        for (Step step : steps) {
            switch (step) {
                case Step.ModalityLut _, Step.Monochrome2 _ -> {
                    // The reader has done both; demandSteps has seen to it that the author knows.
                }
                case Step.BitDepth(int bits) -> plane = bitDepth(source, plane, bits);
                case Step.Window(Step.Window.Source window) -> plane = window(source, plane, window);
                case Step.Resize resize -> plane = Resizer.resize(plane, resize);
                case Step.Rescale(Step.@Nullable Range from, Step.Range to) -> plane = rescale(plane, from, to);
                case Step.Normalize last -> normalize = last;
            }
        }
        return tensor(plane, normalize);
    }

    /// Values that the reader changes on the way must be changed on purpose: a model trained on raw values would
    /// see others without anybody having written it down.
    private void demandSteps(SourceImage source) throws UnsuitableImage {
        if (source.inverted()
                && steps.stream().noneMatch(s -> s instanceof Step.Monochrome2 || s instanceof Step.Window)) {
            throw new UnsuitableImage(
                    "monochrome1-not-declared",
                    "the image is MONOCHROME1, and neither monochrome2 nor window is among the model's steps");
        }
        if (source.rescaled() && steps.stream().noneMatch(Step.ModalityLut.class::isInstance)) {
            throw new UnsuitableImage(
                    "modality-lut-not-declared",
                    "the image has a modality transformation, and modality-lut is not among the model's steps");
        }
    }

    private static GreyPlane bitDepth(SourceImage source, GreyPlane plane, int bits) throws UnsuitableImage {
        if (source.rescaled()) {
            throw new UnsuitableImage(
                    "bit-depth-of-rescaled",
                    "bit-depth means stored values, and the image has a modality transformation");
        }
        double scale = Math.scalb(1.0, bits - source.bitsStored());
        return plane.map(value -> value * scale, plane.low() * scale, (plane.high() + 1) * scale - 1);
    }

    private static GreyPlane window(SourceImage source, GreyPlane plane, Step.Window.Source window) {
        return switch (window) {
            case Step.Window.FromDicom _ ->
                source.voi()
                        .map(voi -> plane.map(value -> voi.apply(value, 0, 1), 0, 1))
                        .orElse(plane);
            case Step.Window.CentreWidth(double centre, double width) ->
                plane.cutTo(centre - width / 2, centre + width / 2);
            case Step.Window.Percentiles(double low, double high) -> {
                float[] sorted = plane.values().clone();
                Arrays.sort(sorted);
                yield plane.cutTo(percentile(sorted, low), percentile(sorted, high));
            }
        };
    }

    /// Linear between order statistics (type 7).
    private static double percentile(float[] sorted, double percent) {
        double at = percent / 100 * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static GreyPlane rescale(GreyPlane plane, Step.@Nullable Range declared, Step.Range to)
            throws UnsuitableImage {
        double low = declared == null ? plane.low() : declared.low();
        double high = declared == null ? plane.high() : declared.high();
        if (!(low < high)) {
            throw new UnsuitableImage("empty-range", "all values of the image are the same; they cannot be rescaled");
        }
        double scale = (to.high() - to.low()) / (high - low);
        return plane.map(value -> (value - low) * scale + to.low(), to.low(), to.high());
    }

    private Tensor tensor(GreyPlane plane, Step.@Nullable Normalize normalize) throws UnsuitableImage {
        int channels = input.channels();
        int size = plane.values().length;
        if ((long) channels * size > Integer.MAX_VALUE / Float.BYTES) {
            throw new UnsuitableImage("image-too-large", "the image has too many pixels for a tensor: " + size);
        }
        float[] values = new float[channels * size];
        for (int channel = 0; channel < channels; channel++) {
            double mean = normalize == null ? 0 : ofChannel(normalize.mean(), channel);
            double std = normalize == null ? 1 : ofChannel(normalize.std(), channel);
            for (int i = 0; i < size; i++) {
                values[channel * size + i] = (float) ((plane.values()[i] - mean) / std);
            }
        }
        return new Tensor(values, channels, plane.height(), plane.width());
    }

    private static double ofChannel(List<Double> values, int channel) {
        return values.get(values.size() == 1 ? 0 : channel);
    }
}
