package org.vigie.demo.phantom;

/// One X-ray room with one state of its software: what it writes into the header and what it does to the image.
/// Makers and models are invented.
///
/// @param site hospital it stands in
/// @param stationName (0008,1010)
/// @param manufacturer (0008,0070)
/// @param modelName (0008,1090)
/// @param softwareVersion (0018,1020)
/// @param kVp tube voltage in kilovolts
/// @param pixelSpacing in millimetres
/// @param gain stored value per unit of attenuation
/// @param offset stored value of no attenuation
/// @param noise standard deviation at attenuation 0, in units of attenuation
/// @param blur standard deviation of the detector's blur, in pixels
/// @param sharpening how much of the detail the processing adds back; 0 is none
/// @param gamma exponent of the tone curve; below 1 flattens what is dense
/// @param contrast factor on the gain that the window does not follow; 1 as installed
public record Scanner(
        String site,
        String stationName,
        String manufacturer,
        String modelName,
        String softwareVersion,
        int kVp,
        double pixelSpacing,
        double gain,
        double offset,
        double noise,
        double blur,
        double sharpening,
        double gamma,
        double contrast) {
    /// Width of the window in the header, in units of attenuation: from air to abdomen upon spine.
    private static final double WINDOW = 1.5;

    /// The window that the installation set once; an upgrade of the software does not touch it.
    public double windowWidth() {
        return gain * WINDOW;
    }

    public double windowCentre() {
        return offset + gain * WINDOW / 2;
    }

    /// The same room after its software was changed.
    Scanner upgraded(String version, double newNoise, double newSharpening, double newContrast) {
        return new Scanner(
                site,
                stationName,
                manufacturer,
                modelName,
                version,
                kVp,
                pixelSpacing,
                gain,
                offset,
                newNoise,
                blur,
                newSharpening,
                gamma,
                newContrast);
    }
}
