package org.vigie.drift.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The group of every row of two windows, reference rows first, and what rows weigh by their group.
final class RowGroups {

    private final int reference;
    private final int[] groups;
    private final List<String> names;
    private final double[] before;
    private final double[] now;

    /// @param rowsMoved current rows that the weights move from group to group
    record Weighted(double[] weights, double rowsMoved) {}

    private RowGroups(int reference, int[] groups, List<String> names) {
        this.reference = reference;
        this.groups = groups;
        this.names = names;
        this.before = new double[names.size()];
        this.now = new double[names.size()];
        for (int row = 0; row < groups.length; row++) {
            (row < reference ? before : now)[groups[row]]++;
        }
    }

    /// Rows without a label are a group of their own, the last, which is never blamed.
    static RowGroups of(Column.Labels reference, Column.Labels current) {
        List<String> names = new ArrayList<>(reference.dictionary());
        Map<String, Integer> positions = new HashMap<>();
        names.forEach(name -> positions.put(name, positions.size()));
        for (String name : current.dictionary()) {
            if (positions.putIfAbsent(name, names.size()) == null) {
                names.add(name);
            }
        }
        int unlabelled = names.size();
        names.add("");
        int[] groups = new int[reference.rows() + current.rows()];
        for (int row = 0; row < groups.length; row++) {
            String label = row < reference.rows() ? reference.label(row) : current.label(row - reference.rows());
            groups[row] = label == null ? unlabelled : positions.getOrDefault(label, unlabelled);
        }
        return new RowGroups(reference.rows(), groups, List.copyOf(names));
    }

    double[] equalWeights() {
        double[] weights = new double[groups.length];
        Arrays.fill(weights, 1);
        return weights;
    }

    /// 0 for the rows of some groups in both windows.
    double[] weightsWithout(Set<String> blamed) {
        double[] byGroup = new double[names.size()];
        for (int g = 0; g < byGroup.length; g++) {
            byGroup[g] = blamed.contains(names.get(g)) ? 0 : 1;
        }
        double[] weights = new double[groups.length];
        Arrays.setAll(weights, row -> byGroup[groups[row]]);
        return weights;
    }

    double currentRows(Set<String> blamed) {
        double rows = 0;
        for (int g = 0; g < now.length; g++) {
            rows += blamed.contains(names.get(g)) ? now[g] : 0;
        }
        return rows;
    }

    /// Current rows weigh what gives their group its share of the reference. Groups that only one window has
    /// are left out of both, as nothing can stand for them.
    Weighted weightsOfTheReferenceMix() {
        double sharedBefore = 0;
        double sharedNow = 0;
        for (int g = 0; g < before.length; g++) {
            if (isShared(g)) {
                sharedBefore += before[g];
                sharedNow += now[g];
            }
        }
        double[] byGroup = new double[names.size()];
        double moved = 0;
        for (int g = 0; g < byGroup.length; g++) {
            byGroup[g] = isShared(g) ? before[g] / sharedBefore * sharedNow / now[g] : 0;
            moved += Math.abs(byGroup[g] - 1) * now[g] / 2;
        }
        double[] weights = new double[groups.length];
        for (int row = 0; row < groups.length; row++) {
            int g = groups[row];
            weights[row] = row < reference ? (isShared(g) ? 1 : 0) : byGroup[g];
        }
        return new Weighted(weights, moved);
    }

    /// Groups whose share changed by more than a tenth of the largest change.
    List<String> changedShares() {
        double allBefore = Arrays.stream(before).sum();
        double allNow = Arrays.stream(now).sum();
        double[] changes = new double[before.length];
        Arrays.setAll(changes, g -> Math.abs(before[g] / allBefore - now[g] / allNow));
        double largest = Arrays.stream(changes).max().orElse(0);
        List<String> changed = new ArrayList<>();
        for (int g = 0; g < changes.length - 1; g++) {
            if (changes[g] > largest / 10) {
                changed.add(names.get(g));
            }
        }
        return changed;
    }

    private boolean isShared(int group) {
        return before[group] > 0 && now[group] > 0;
    }
}
