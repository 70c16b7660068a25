package org.vigie.drift.performance.segmentation;

import java.util.Arrays;

/// A set of voxels on a regular grid with physical spacing.
///
/// Voxels lie in `voxels` with x running fastest, then y, then z. A two-dimensional mask has `depth` 1.
public final class Mask {

    final boolean[] voxels;
    final int width;
    final int height;
    final int depth;
    final double[] spacing;

    /// @param voxels true inside; copied
    /// @param spacing distance of neighbouring voxels along x, y and z, mostly in mm
    /// @throws IllegalArgumentException if a size is below 1, the number of voxels is not their product, or a
    ///     spacing is not a positive number
    public Mask(boolean[] voxels, int width, int height, int depth, double... spacing) {
        if (width < 1 || height < 1 || depth < 1 || (long) width * height * depth != voxels.length) {
            throw new IllegalArgumentException(
                    voxels.length + " voxels for a grid of " + width + " × " + height + " × " + depth);
        }
        if (spacing.length != 3) {
            throw new IllegalArgumentException(spacing.length + " spacings, 3 are required");
        }
        for (double each : spacing) {
            if (!(each > 0 && each < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("spacing " + Arrays.toString(spacing));
            }
        }
        this.voxels = voxels.clone();
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.spacing = spacing.clone();
    }

    /// The voxels that carry a label, of a map in which each voxel carries one.
    ///
    /// @throws IllegalArgumentException as for the constructor
    public static Mask ofLabel(int[] labels, int label, int width, int height, int depth, double... spacing) {
        boolean[] voxels = new boolean[labels.length];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = labels[i] == label;
        }
        return new Mask(voxels, width, height, depth, spacing);
    }

    /// Voxels inside.
    public long size() {
        long inside = 0;
        for (boolean voxel : voxels) {
            inside += voxel ? 1 : 0;
        }
        return inside;
    }

    /// In the cube of the unit of the spacing.
    public double volume() {
        return size() * spacing[0] * spacing[1] * spacing[2];
    }

    /// @throws IllegalArgumentException if the grids differ
    void requireSameGrid(Mask other) {
        if (width != other.width
                || height != other.height
                || depth != other.depth
                || !Arrays.equals(spacing, other.spacing)) {
            throw new IllegalArgumentException("grids differ: " + grid() + " and " + other.grid());
        }
    }

    private String grid() {
        return width + " × " + height + " × " + depth + " at " + Arrays.toString(spacing);
    }

    /// Voxels inside that touch a face of a voxel outside, or the edge of the grid; along an axis of one voxel
    /// nothing is touched.
    boolean[] surface() {
        boolean[] surface = new boolean[voxels.length];
        int plane = width * height;
        for (int i = 0; i < voxels.length; i++) {
            if (voxels[i]) {
                int x = i % width;
                int y = i / width % height;
                int z = i / plane;
                surface[i] = open(i, x, width, 1) || open(i, y, height, width) || open(i, z, depth, plane);
            }
        }
        return surface;
    }

    private boolean open(int i, int position, int size, int step) {
        return size > 1 && (position == 0 || position == size - 1 || !voxels[i - step] || !voxels[i + step]);
    }
}
