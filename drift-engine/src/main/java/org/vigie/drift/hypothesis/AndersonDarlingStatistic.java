package org.vigie.drift.hypothesis;

import java.util.List;
import org.vigie.drift.window.NumericWindow;

/// A²akN of Scholz & Stephens (1987), in one walk through the sorted windows.
final class AndersonDarlingStatistic {

    private AndersonDarlingStatistic() {}

    static double of(List<NumericWindow> windows) {
        if (windows.size() < 2) {
            throw new IllegalArgumentException(windows.size() + " windows, at least two are compared");
        }
        double total = 0;
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i).isEmpty()) {
                String which =
                        windows.size() > 2 ? "windows[" + i + "]" : i == 0 ? "reference window" : "current window";
                throw new IllegalArgumentException(which + " is empty");
            }
            total += windows.get(i).size();
        }
        return windows.size() == 2
                ? ofTwo(windows.get(0), windows.get(1), total)
                : ofMany(windows.toArray(NumericWindow[]::new), total);
    }

    private static double ofTwo(NumericWindow reference, NumericWindow current, double total) {
        int n = reference.size();
        int m = current.size();
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            double x = j == m || (i < n && reference.get(i) <= current.get(j)) ? reference.get(i) : current.get(j);
            int fromI = i;
            int fromJ = j;
            while (i < n && reference.get(i) == x) {
                i++;
            }
            while (j < m && current.get(j) == x) {
                j++;
            }
            double tied = (double) (i - fromI) + (j - fromJ);
            double both = ((double) fromI + fromJ + i + j) / 2;
            double ofCurrent = ((double) fromJ + j) / 2;
            double variance = both * (total - both) - total * tied / 4;
            if (variance > 0) {
                double difference = total * ofCurrent - m * both;
                sum += tied * difference / variance * difference;
            }
        }
        // both windows give the same squares: 1/n + 1/m = N / nm
        return sum * (total - 1) / (total * n * m);
    }

    private static double ofMany(NumericWindow[] windows, double total) {
        int[] at = new int[windows.length];
        double sum = 0;
        double below = 0;
        while (below < total) {
            double x = Double.POSITIVE_INFINITY;
            for (int w = 0; w < windows.length; w++) {
                x = at[w] < windows[w].size() ? Math.min(x, windows[w].get(at[w])) : x;
            }
            double[] middle = new double[windows.length];
            double tied = 0;
            for (int w = 0; w < windows.length; w++) {
                int from = at[w];
                while (at[w] < windows[w].size() && windows[w].get(at[w]) == x) {
                    at[w]++;
                }
                middle[w] = ((double) from + at[w]) / 2;
                tied += at[w] - from;
            }
            double both = below + tied / 2;
            double variance = both * (total - both) - total * tied / 4;
            for (int w = 0; variance > 0 && w < windows.length; w++) {
                double difference = total * middle[w] - windows[w].size() * both;
                sum += tied / windows[w].size() * difference / variance * difference;
            }
            below += tied;
        }
        return sum * (total - 1) / (total * total);
    }
}
