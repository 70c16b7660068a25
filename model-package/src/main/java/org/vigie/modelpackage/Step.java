package org.vigie.modelpackage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of the declared pre-processing. Each keeps track of the range its values may have, so that
/// `rescale` knows what it rescales from.
public sealed interface Step {

    /// Rescale slope and intercept, or the modality LUT, of the image; the identity where it has none.
    record ModalityLut() implements Step {}

    /// MONOCHROME1 (low is white) is turned into MONOCHROME2 (low is black) within its range.
    record Monochrome2() implements Step {}

    /// Keeps the `bits` most significant of the bits stored: value · 2^(bits − bits stored).
    record BitDepth(int bits) implements Step {}

    /// Values are cut to a window; MONOCHROME1 is inverted within it.
    record Window(Source source) implements Step {

        /// Where the window comes from.
        public sealed interface Source {}

        /// The first window of the image, linear; where it has none, its whole range.
        public record FromDicom() implements Source {}

        public record CentreWidth(double centre, double width) implements Source {}

        /// From the image's own values, 0–100.
        public record Percentiles(double low, double high) implements Source {}
    }

    /// @param keepAspect the image is fitted into the box and the rest is filled with `pad`
    record Resize(int width, int height, Interpolation interpolation, boolean keepAspect, double pad) implements Step {}

    enum Interpolation {
        NEAREST,
        /// Half-pixel centres, no anti-aliasing.
        BILINEAR,
        /// Mean over the area that each new pixel covers.
        AREA
    }

    /// @param from the range mapped to `to`; null for the range the values have at this point
    record Rescale(@Nullable Range from, Range to) implements Step {}

    record Range(double low, double high) {}

    /// (value − mean) / std, one pair for all channels or one for each; a grey image becomes that many channels.
    record Normalize(List<Double> mean, List<Double> std) implements Step {

        public Normalize {
            mean = List.copyOf(mean);
            std = List.copyOf(std);
        }
    }
}
