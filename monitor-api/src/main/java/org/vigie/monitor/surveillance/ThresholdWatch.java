package org.vigie.monitor.surveillance;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.sequential.AlternativeMixture;
import org.vigie.drift.sequential.EDetector;
import org.vigie.drift.sequential.RunLength;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.policy.Policy;

/// Watches sensitivity and specificity week after week for a fall below their minimum.
///
/// A verdict on a few weeks, asked every week, would cry wolf in nearly every second year. Here the evidence of all
/// weeks since the beginning of the reference is summed by an [EDetector], whose average time until a false alarm is
/// agreed beforehand: the policy's budget for thresholds, shared by the metrics and sites. Every week the sum is made
/// again from the cases as they are known by then, so that truth that came late counts in the week of its case.
///
/// The cases with truth are taken as if drawn at random, as in the verdicts themselves.
final class ThresholdWatch {

    private static final double WEEKS_PER_YEAR = 52;

    private final Policy policy;
    private final List<ScoredCase> cases;
    private final IsoWeek first;
    private final IsoWeek last;

    /// @param cases of the champions from the first to the last week
    ThresholdWatch(Policy policy, List<ScoredCase> cases, IsoWeek first, IsoWeek last) {
        this.policy = policy;
        this.cases = cases;
        this.first = first;
        this.last = last;
    }

    /// One rate that is watched.
    ///
    /// @param site null: all sites
    record Subject(Metric metric, @Nullable String site) {

        @Override
        public String toString() {
            return metric.word + "@" + where();
        }

        String where() {
            return site == null ? "all" : site;
        }
    }

    /// What is held against a minimum.
    enum Metric {
        SENSITIVITY("sensitivity", ScoredCase.Reference.POSITIVE),
        SPECIFICITY("specificity", ScoredCase.Reference.NEGATIVE);

        private final String word;
        private final ScoredCase.Reference among;

        Metric(String word, ScoredCase.Reference among) {
            this.word = word;
            this.among = among;
        }

        String word() {
            return word;
        }

        private boolean countsIn(ScoredCase each) {
            return each.reference() == among;
        }

        private boolean right(ScoredCase each) {
            return each.positive() == (among == ScoredCase.Reference.POSITIVE);
        }

        private double minimum(Policy.Thresholds thresholds) {
            return this == SENSITIVITY ? thresholds.sensitivity() : thresholds.specificity();
        }
    }

    /// A rate for which the evidence that it fell is enough.
    ///
    /// @param right decisions that agreed with the truth, of `cases`, in the `weeks` since it most likely fell
    record Fall(Subject subject, long right, long cases, int weeks, double minimum) {}

    /// Both metrics over all sites, and at each site where there are several.
    List<Subject> subjects() {
        TreeSet<String> sites = new TreeSet<>();
        cases.forEach(each -> sites.add(each.site()));
        List<Subject> subjects = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            subjects.add(new Subject(metric, null));
            if (sites.size() > 1) {
                sites.forEach(site -> subjects.add(new Subject(metric, site)));
            }
        }
        return subjects;
    }

    /// Whether a rate has fallen, by what is known at the end of the last week.
    ///
    /// @param dealtWith last week of the alert on this rate that was closed last; later weeks count
    Optional<Fall> of(Subject subject, Optional<IsoWeek> dealtWith) {
        IsoWeek start = dealtWith
                .map(week -> week.plus(1))
                .filter(week -> week.compareTo(first) > 0)
                .orElse(first);
        double minimum = subject.metric().minimum(policy.performance().thresholds());
        if (minimum <= 0) {
            return Optional.empty();
        }
        EDetector detector = EDetector.shiryaevRoberts(AlternativeMixture.below(minimum), runLength());
        List<ScoredCase> counted = cases.stream()
                .filter(each -> subject.site() == null || subject.site().equals(each.site()))
                .filter(subject.metric()::countsIn)
                .toList();
        for (IsoWeek week = start; week.compareTo(last) <= 0; week = week.plus(1)) {
            Counted ofWeek = count(subject, counted, week, week);
            detector = detector.after(ofWeek.right(), ofWeek.cases());
        }
        if (!detector.alarm()) {
            return Optional.empty();
        }
        IsoWeek since = since(subject, counted, start, minimum);
        Counted evidence = count(subject, counted, since, last);
        int weeks = (int) ChronoUnit.WEEKS.between(since.monday(), last.monday()) + 1;
        return Optional.of(new Fall(subject, evidence.right(), evidence.cases(), weeks, minimum));
    }

    /// The week from which the rate most likely lay below its minimum: the start whose cases are hardest to
    /// reconcile with the minimum, by the likelihood ratio.
    private IsoWeek since(Subject subject, List<ScoredCase> counted, IsoWeek start, double minimum) {
        IsoWeek since = start;
        double most = 0;
        for (IsoWeek week = start; week.compareTo(last) <= 0; week = week.plus(1)) {
            Counted from = count(subject, counted, week, last);
            double evidence = from.againstMinimum(minimum);
            if (evidence > most) {
                most = evidence;
                since = week;
            }
        }
        return since;
    }

    private record Counted(long right, long cases) {

        /// `n · KL(k/n ‖ minimum)` where the share lies below the minimum, else 0.
        double againstMinimum(double minimum) {
            double share = cases == 0 ? 1 : (double) right / cases;
            if (share >= minimum) {
                return 0;
            }
            double wrong = (1 - share) * Math.log((1 - share) / (1 - minimum));
            return cases * (share == 0 ? wrong : wrong + share * Math.log(share / minimum));
        }
    }

    private static Counted count(Subject subject, List<ScoredCase> counted, IsoWeek from, IsoWeek to) {
        List<ScoredCase> within = counted.stream().filter(within(from, to)).toList();
        return new Counted(within.stream().filter(subject.metric()::right).count(), within.size());
    }

    /// Each rate may be falsely called once in so many weekly checks, on average at least.
    private RunLength runLength() {
        return RunLength.ofChecks(
                WEEKS_PER_YEAR * subjects().size() / policy.budget().thresholds());
    }

    private static Predicate<ScoredCase> within(IsoWeek from, IsoWeek to) {
        return each ->
                !each.acquiredAt().isBefore(from.from()) && each.acquiredAt().isBefore(to.to());
    }
}
