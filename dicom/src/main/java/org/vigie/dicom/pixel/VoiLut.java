package org.vigie.dicom.pixel;

/// A VOI LUT (0028,3010).
public record VoiLut(LookupTable table) implements Voi {

    @Override
    public double apply(double value, double low, double high) {
        double entry = table.at((int) Math.floor(value));
        return entry / table.maximum() * (high - low) + low;
    }
}
