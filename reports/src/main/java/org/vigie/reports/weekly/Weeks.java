package org.vigie.reports.weekly;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Consecutive weeks for the axis of a figure or the columns of a table.
record Weeks(List<IsoWeek> weeks) {

    /// From the earliest of `known` to `last`, and no more than `most`; those before are left out.
    static Weeks upTo(IsoWeek last, Collection<IsoWeek> known, int most) {
        IsoWeek first = known.stream().min(IsoWeek::compareTo).orElse(last);
        var weeks = new ArrayList<IsoWeek>();
        for (IsoWeek week = last; weeks.size() < most && week.compareTo(first) >= 0; week = before(week)) {
            weeks.addFirst(week);
        }
        return new Weeks(List.copyOf(weeks));
    }

    private static IsoWeek before(IsoWeek week) {
        return IsoWeek.of(week.monday().minusWeeks(1));
    }

    /// Position of a week, -1 where it is left out.
    int indexOf(IsoWeek week) {
        return weeks.indexOf(week);
    }

    boolean contains(IsoWeek week) {
        return indexOf(week) >= 0;
    }

    List<String> names(Formats formats) {
        return weeks.stream().map(formats::week).toList();
    }
}
