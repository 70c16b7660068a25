package org.vigie.dicom.pixel;

/// A window: Window Center (0028,1050), Window Width (0028,1051) and VOI LUT Function (0028,1056), PS3.3 C.11.2.1.2.
///
/// @param width at least 1 for [Function#LINEAR], else above 0
public record VoiWindow(double center, double width, Function function) implements Voi {

    /// VOI LUT Function.
    public enum Function {
        /// The default: pixels are intervals of width 1, hence the halves in the formula.
        LINEAR,
        LINEAR_EXACT,
        SIGMOID
    }

    public VoiWindow {
        double least = function == Function.LINEAR ? 1 : Double.MIN_VALUE;
        if (!(width >= least) || !Double.isFinite(width) || !Double.isFinite(center)) {
            throw new IllegalArgumentException(
                    "center " + center + ", width " + width + " are no " + function + " window");
        }
    }

    /// The output for `value`, between `low` and `high`.
    ///
    /// ```text
    /// LINEAR        x ≤ c − 0.5 − (w−1)/2 → low;  x > c − 0.5 + (w−1)/2 → high;
    ///               else ((x − (c − 0.5)) / (w−1) + 0.5) · (high − low) + low
    /// LINEAR_EXACT  x ≤ c − w/2 → low;  x > c + w/2 → high;  else ((x − c) / w + 0.5) · (high − low) + low
    /// SIGMOID       (high − low) / (1 + exp(−4 (x − c) / w)) + low
    /// ```
    @Override
    public double apply(double value, double low, double high) {
        return switch (function) {
            case LINEAR -> ramp(value, center - 0.5, width - 1, low, high);
            case LINEAR_EXACT -> ramp(value, center, width, low, high);
            case SIGMOID -> (high - low) / (1 + Math.exp(-4 * (value - center) / width)) + low;
        };
    }

    private static double ramp(double value, double middle, double width, double low, double high) {
        if (value <= middle - width / 2) {
            return low;
        }
        if (value > middle + width / 2) {
            return high;
        }
        double share = Math.clamp((value - middle) / width + 0.5, 0.0, 1.0); // rounding may leave the range
        return share * (high - low) + low;
    }
}
