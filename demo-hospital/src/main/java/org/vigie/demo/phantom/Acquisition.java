package org.vigie.demo.phantom;

import java.util.Arrays;
import java.util.SplittableRandom;

/// What a scanner makes of an attenuation image: blur, quantum noise (more behind dense tissue), processing, 16-bit
/// storage.
final class Acquisition {
    private static final int LARGEST = 16_383; // 14 bits stored, as digital detectors have

    private Acquisition() {}

    static short[] expose(Anatomy anatomy, Scanner scanner, SplittableRandom random) {
        int size = anatomy.size();
        float[] image = blur(anatomy.attenuation(), size, scanner.blur());
        // Exposure differs from patient to patient: automatic exposure control is not perfect.
        float exposure = (float) Math.exp(0.08 * random.nextGaussian());
        float noise = (float) scanner.noise() / (float) Math.sqrt(exposure);
        Curve quanta = new Curve(a -> Math.exp(0.9 * a));
        for (int i = 0; i < image.length; i++) {
            image[i] += noise * quanta.at(image[i]) * (float) random.nextGaussian();
        }
        if (scanner.sharpening() > 0) {
            float[] smooth = blur(image, size, 1.6);
            for (int i = 0; i < image.length; i++) {
                image[i] += (float) scanner.sharpening() * (image[i] - smooth[i]);
            }
        }
        Curve tone = new Curve(a -> Math.signum(a) * Math.pow(Math.abs(a), scanner.gamma()));
        short[] stored = new short[image.length];
        for (int i = 0; i < image.length; i++) {
            float value = (float) scanner.offset() + (float) (scanner.gain() * scanner.contrast()) * tone.at(image[i]);
            stored[i] = (short) Math.clamp(Math.round(value), 0, LARGEST);
        }
        return stored;
    }

    /// Gaussian blur, one direction after the other; the edge pixel stands in for what lies outside.
    static float[] blur(float[] image, int size, double sigma) {
        int reach = (int) Math.ceil(2.5 * sigma);
        float[] kernel = new float[2 * reach + 1];
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = (float) Math.exp(-k * k / (2 * sigma * sigma));
            sum += kernel[k + reach];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= (float) sum;
        }
        return down(across(image, size, kernel), size, kernel);
    }

    /// The kernel runs in the outer loop, so that the inner one is plain multiply-and-add over whole rows.
    private static float[] across(float[] image, int size, float[] kernel) {
        int reach = kernel.length / 2;
        float[] out = new float[image.length];
        float[] line = new float[size + 2 * reach];
        for (int row = 0; row < size; row++) {
            int start = row * size;
            System.arraycopy(image, start, line, reach, size);
            Arrays.fill(line, 0, reach, image[start]);
            Arrays.fill(line, reach + size, line.length, image[start + size - 1]);
            for (int k = 0; k < kernel.length; k++) {
                for (int i = 0; i < size; i++) {
                    out[start + i] += kernel[k] * line[i + k];
                }
            }
        }
        return out;
    }

    private static float[] down(float[] image, int size, float[] kernel) {
        int reach = kernel.length / 2;
        float[] out = new float[image.length];
        for (int row = 0; row < size; row++) {
            for (int k = 0; k < kernel.length; k++) {
                int from = Math.clamp(row + k - reach, 0, size - 1) * size;
                for (int i = 0; i < size; i++) {
                    out[row * size + i] += kernel[k] * image[from + i];
                }
            }
        }
        return out;
    }
}
