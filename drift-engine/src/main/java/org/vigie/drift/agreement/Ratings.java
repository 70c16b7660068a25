package org.vigie.drift.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What each reader said of each case, one answer at most, with gaps.
///
/// Categories are in the order that ordinal and weighted coefficients use; their values are what interval-scaled
/// coefficients use. Immutable; what is handed in is copied.
public final class Ratings {

    static final int GAP = -1;

    private final List<String> categories;
    private final double[] values;
    private final int[][] cases;
    private final int readers;

    private Ratings(List<String> categories, double[] values, int[][] cases, int readers) {
        this.categories = categories;
        this.values = values;
        this.cases = cases;
        this.readers = readers;
    }

    /// Ratings by category; the value of a category is its place in the list.
    ///
    /// @param categories all that could be said, in their order
    /// @param cases for each case the answers of the readers, always in the same order; null where one is missing
    /// @throws IllegalArgumentException if categories repeat, an answer is none of them, or cases differ in length
    public static Ratings of(List<String> categories, List<? extends List<@Nullable String>> cases) {
        if (new TreeSet<>(categories).size() != categories.size()) {
            throw new IllegalArgumentException("categories repeat: " + categories);
        }
        int readers = cases.isEmpty() ? 0 : cases.getFirst().size();
        int[][] codes = new int[cases.size()][readers];
        for (int i = 0; i < codes.length; i++) {
            List<@Nullable String> answers = cases.get(i);
            requireLength(answers.size(), readers, i);
            for (int reader = 0; reader < readers; reader++) {
                String answer = answers.get(reader);
                codes[i][reader] = answer == null ? GAP : categories.indexOf(answer);
                if (answer != null && codes[i][reader] < 0) {
                    throw new IllegalArgumentException(
                            "case " + i + ", reader " + reader + ": '" + answer + "' is none of " + categories);
                }
            }
        }
        double[] places = new double[categories.size()];
        Arrays.setAll(places, place -> place);
        return new Ratings(List.copyOf(categories), places, codes, readers);
    }

    /// Ratings by number; the categories are the different numbers, in increasing order. `NaN` is a gap.
    ///
    /// @throws IllegalArgumentException if a number is infinite, or cases differ in length
    public static Ratings ofValues(double[][] cases) {
        int readers = cases.length == 0 ? 0 : cases[0].length;
        var distinct = new TreeSet<Double>();
        for (int i = 0; i < cases.length; i++) {
            requireLength(cases[i].length, readers, i);
            for (double value : cases[i]) {
                if (Double.isInfinite(value)) {
                    throw new IllegalArgumentException("case " + i + " has the value " + value);
                }
                if (!Double.isNaN(value)) {
                    distinct.add(value + 0.0);
                }
            }
        }
        double[] values = distinct.stream().mapToDouble(Double::doubleValue).toArray();
        int[][] codes = new int[cases.length][readers];
        for (int i = 0; i < codes.length; i++) {
            for (int reader = 0; reader < readers; reader++) {
                codes[i][reader] =
                        Double.isNaN(cases[i][reader]) ? GAP : Arrays.binarySearch(values, cases[i][reader] + 0.0);
            }
        }
        return new Ratings(Arrays.stream(values).mapToObj(Double::toString).toList(), values, codes, readers);
    }

    /// Ratings of two readers from their cross table: rows are the first reader's categories.
    ///
    /// @throws IllegalArgumentException if the table is not square or has a negative count
    public static Ratings ofTable(List<String> categories, long[][] table) {
        int k = categories.size();
        long total = 0;
        for (long[] row : table) {
            if (row.length != k || table.length != k) {
                throw new IllegalArgumentException("table is not " + k + " × " + k);
            }
            for (long count : row) {
                if (count < 0) {
                    throw new IllegalArgumentException("negative count " + count);
                }
                total += count;
            }
        }
        int[][] codes = new int[Math.toIntExact(total)][];
        int next = 0;
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                for (long c = 0; c < table[a][b]; c++) {
                    codes[next++] = new int[] {a, b};
                }
            }
        }
        double[] places = new double[k];
        Arrays.setAll(places, place -> place);
        return new Ratings(List.copyOf(categories), places, codes, 2);
    }

    public List<String> categories() {
        return categories;
    }

    /// Number of cases, rated or not.
    public int size() {
        return cases.length;
    }

    public int readers() {
        return readers;
    }

    /// Cases that at least two readers rated: only these can show agreement.
    public int pairable() {
        int pairable = 0;
        for (int[] answers : cases) {
            pairable += rated(answers) >= 2 ? 1 : 0;
        }
        return pairable;
    }

    /// The two named readers alone.
    public Ratings pair(int first, int second) {
        int[][] codes = new int[cases.length][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new int[] {cases[i][first], cases[i][second]};
        }
        return new Ratings(categories, values, codes, 2);
    }

    double[] values() {
        return values;
    }

    int code(int one, int reader) {
        return cases[one][reader];
    }

    /// The same ratings with other cases drawn, as a bootstrap does.
    Ratings drawn(int[] draws) {
        int[][] codes = new int[draws.length][];
        for (int i = 0; i < draws.length; i++) {
            codes[i] = cases[draws[i]];
        }
        return new Ratings(categories, values, codes, readers);
    }

    /// For each case how many readers chose each category.
    int[][] counts() {
        int[][] counts = new int[cases.length][categories.size()];
        for (int i = 0; i < cases.length; i++) {
            for (int code : cases[i]) {
                if (code != GAP) {
                    counts[i][code]++;
                }
            }
        }
        return counts;
    }

    static int rated(int[] answers) {
        int rated = 0;
        for (int answer : answers) {
            rated += answer == GAP ? 0 : 1;
        }
        return rated;
    }

    private static void requireLength(int length, int readers, int index) {
        if (length != readers) {
            throw new IllegalArgumentException(
                    "case " + index + " has " + length + " answers, the first has " + readers);
        }
    }
}
