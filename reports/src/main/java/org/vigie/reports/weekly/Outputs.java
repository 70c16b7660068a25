package org.vigie.reports.weekly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the model answered.
///
/// @param scores null: no case was scored, in the reference or in the week
/// @param positives share of positive model results, by week
public record Outputs(@Nullable Distribution scores, List<PositiveRate> positives) {

    public Outputs {
        positives = List.copyOf(positives);
    }

    /// Scores of the reference and of the week, counted over the same bins.
    ///
    /// @param edges ascending, one more than there are bins
    public record Distribution(List<Double> edges, List<Long> reference, List<Long> current) {
        public Distribution {
            edges = List.copyOf(edges);
            reference = List.copyOf(reference);
            current = List.copyOf(current);
            Checks.order(edges.size() >= 2, "fewer than two edges: " + edges.size());
            Checks.order(
                    reference.size() == edges.size() - 1 && current.size() == edges.size() - 1,
                    "%d edges do not bound %d and %d bins".formatted(edges.size(), reference.size(), current.size()));
            for (int i = 0; i < edges.size(); i++) {
                Checks.finite("edge", edges.get(i));
                Checks.order(i == 0 || edges.get(i - 1) < edges.get(i), "edges do not ascend at " + i);
            }
            reference.forEach(count -> Checks.count("reference count", count));
            current.forEach(count -> Checks.count("current count", count));
        }
    }

    public record PositiveRate(IsoWeek week, long positive, long cases) {
        public PositiveRate {
            Checks.count("positive", positive);
            Checks.order(positive <= cases, "%d positive of %d cases".formatted(positive, cases));
        }
    }
}
