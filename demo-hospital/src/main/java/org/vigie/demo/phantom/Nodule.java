package org.vigie.demo.phantom;

/// One nodule, as the truth manifest tells it.
///
/// @param column centre in pixels from the left edge of the image
/// @param row centre in pixels from the top edge of the image
/// @param radius in pixels
/// @param grade 1 (subtle) to 4 (obvious)
/// @param contrast attenuation it adds at its centre; the mediastinum is about 1
public record Nodule(double column, double row, double radius, int grade, double contrast) {
    /// How many grades of contrast there are.
    public static final int GRADES = 4;

    public Nodule {
        if (grade < 1 || grade > GRADES) {
            throw new IllegalArgumentException("Nodule grade %d is not in 1..%d".formatted(grade, GRADES));
        }
        if (!(radius > 0)) {
            throw new IllegalArgumentException("Nodule radius %s is not positive".formatted(radius));
        }
    }
}
