package org.vigie.drift.monitor;

/// The rows that have one value of a grouping column, such as those of one scanner.
///
/// @param grouping name of the column
public record Group(String grouping, String value) implements Comparable<Group> {

    /// As it stands in findings: `scanner=CT 1`.
    String label() {
        return grouping + "=" + value;
    }

    @Override
    public int compareTo(Group other) {
        int byGrouping = grouping.compareTo(other.grouping);
        return byGrouping == 0 ? value.compareTo(other.value) : byGrouping;
    }
}
