package org.vigie.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final int KERNEL = 13;
    private static final double SIGMA = 2;

    @Test
    void sayNothingOfAConstantImage() {
        double[] answers = answers((x, y) -> 1);

        assertThat(answers).containsExactly(new double[] {0, 0, 0}, within(1e-6));
    }

    @Test
    void tellABlobFromARidge() {
        double[] blob = eigenvalues(answers((x, y) -> Math.exp(-(x * x + y * y) / (2 * SIGMA * SIGMA))));
        double[] ridge = eigenvalues(answers((x, y) -> Math.exp(-(x + y) * (x + y) / (4 * SIGMA * SIGMA))));

        assertThat(blob[0]).isCloseTo(blob[1], within(1e-6));
        assertThat(blob[1]).isLessThan(-0.1);
        assertThat(ridge[0]).isLessThan(-0.1);
        assertThat(Math.abs(ridge[1])).isLessThan(0.15 * Math.abs(ridge[0]));
    }

    @FunctionalInterface
    private interface Image {
        double at(int x, int y);
    }

    private static double[] answers(Image image) {
        float[] bank = Filters.hessian(SIGMA, KERNEL);
        double[] answers = new double[Filters.CHANNELS];
        int reach = KERNEL / 2;
        for (int channel = 0; channel < answers.length; channel++) {
            for (int y = -reach; y <= reach; y++) {
                for (int x = -reach; x <= reach; x++) {
                    answers[channel] += image.at(x, y) * bank[(channel * KERNEL + y + reach) * KERNEL + x + reach];
                }
            }
        }
        return answers;
    }

    private static double[] eigenvalues(double[] abc) {
        double root = Math.hypot(abc[1], abc[2]);
        return new double[] {abc[0] - root, abc[0] + root};
    }
}
