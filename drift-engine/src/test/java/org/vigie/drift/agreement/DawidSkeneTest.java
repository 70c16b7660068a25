package org.vigie.drift.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.drift.agreement.DawidSkene.Options;
import org.vigie.drift.agreement.LatentClasses.Fitted;
import org.vigie.drift.agreement.LatentClasses.Undefined;

class DawidSkeneTest {

    private static final List<String> GRADES = List.of("1", "2", "3", "4");
    private static final Options MAXIMUM_LIKELIHOOD = new Options(0, 1e-10, 5_000);

    // ---- published values

    /// Dawid and Skene (1979), tables 2 and 4, to the two decimals printed there.
    @Test
    void agreesWithTheAnaesthetists() {
        Fitted fitted = fitted(GRADES, PublishedRatings.anaesthetists(), MAXIMUM_LIKELIHOOD);

        assertThat(fitted.prevalence()).usingElementComparator(rounded()).containsExactly(0.40, 0.42, 0.11, 0.07);
        assertThat(fitted.confusion().get("observer 1").getFirst())
                .usingElementComparator(rounded())
                .containsExactly(0.89, 0.11, 0.0, 0.0);
        assertThat(fitted.confusion("observer 1", "2", "2").orElseThrow()).isCloseTo(0.88, within(0.005));
        assertThat(fitted.confusion("observer 1", "3", "2").orElseThrow()).isCloseTo(0.34, within(0.005));
        assertThat(fitted.confusion("observer 1", "4", "3").orElseThrow()).isCloseTo(0.56, within(0.005));
        assertThat(fitted.mostProbable("36")).hasValue("4");
        assertThat(fitted.converged()).isTrue();
        assertThat(fitted.labelsHold()).isTrue();
    }

    /// The same maximum, found by an independent program with plain products instead of logarithms.
    @Test
    void findsTheMaximumOfTheLikelihood() {
        Fitted fitted = fitted(GRADES, PublishedRatings.anaesthetists(), MAXIMUM_LIKELIHOOD);

        assertThat(fitted.logLikelihood()).isCloseTo(-192.89088121429268, within(1e-8));
        assertThat(fitted.posterior().get("38").get(2)).isCloseTo(0.9788, within(5e-5));
        Fitted smoothed = fitted(GRADES, PublishedRatings.anaesthetists(), new Options(0.01, 1e-10, 5_000));
        assertThat(smoothed.prevalence().getFirst()).isCloseTo(0.39948704656562756, within(1e-8));
        assertThat(smoothed.logLikelihood()).isCloseTo(-193.26975661397432, within(1e-6));
    }

    // ---- laws

    @Test
    void doesNotDependOnTheOrderOfAnswers() {
        List<ReaderAnswer> shuffled = new ArrayList<>(PublishedRatings.anaesthetists());
        Collections.shuffle(shuffled, new Random(3));

        assertThat(DawidSkene.fit(GRADES, shuffled, Options.DEFAULT))
                .isEqualTo(DawidSkene.fit(GRADES, PublishedRatings.anaesthetists(), Options.DEFAULT));
    }

    // ---- theory

    @Test
    void recoversReadersAndPrevalence() {
        double[][] sensitivities = {{0.9, 0.95}, {0.7, 0.98}, {0.85, 0.75}, {0.95, 0.9}};
        Fitted fitted = fitted(
                List.of("positive", "negative"),
                simulated(new SplittableRandom(2), 4_000, 0.25, sensitivities),
                Options.DEFAULT);

        assertThat(fitted.prevalence().getFirst()).isCloseTo(0.25, within(0.025));
        for (int reader = 0; reader < sensitivities.length; reader++) {
            assertThat(fitted.confusion("reader " + reader, "positive", "positive")
                            .orElseThrow())
                    .isCloseTo(sensitivities[reader][0], within(0.04));
            assertThat(fitted.confusion("reader " + reader, "negative", "negative")
                            .orElseThrow())
                    .isCloseTo(sensitivities[reader][1], within(0.04));
        }
        assertThat(fitted.labelsHold()).isTrue();
    }

    @Test
    void indeterminateAnswersCarryInformation() {
        List<ReaderAnswer> answers = new ArrayList<>(simulated(
                new SplittableRandom(4), 500, 0.5, new double[][] {{0.9, 0.9}, {0.9, 0.9}, {0.9, 0.9}}));
        // a fourth reader cannot make up his mind on positive cases only
        for (int i = 0; i < 500; i++) {
            int one = i;
            boolean positive = answers.stream()
                            .filter(answer -> answer.caseId().equals("case " + one)
                                    && answer.answer().equals("positive"))
                            .count()
                    >= 2;
            answers.add(new ReaderAnswer("case " + i, "reader 3", positive ? "INDETERMINATE" : "negative"));
        }
        Fitted fitted = fitted(List.of("positive", "negative"), answers, Options.DEFAULT);

        assertThat(fitted.answers()).containsExactly("positive", "negative", "INDETERMINATE");
        assertThat(fitted.confusion("reader 3", "positive", "INDETERMINATE").orElseThrow())
                .isGreaterThan(0.9);
        assertThat(fitted.confusion("reader 3", "negative", "INDETERMINATE").orElseThrow())
                .isLessThan(0.1);
    }

    @Test
    void longListsOfAnswersDoNotUnderflow() {
        List<ReaderAnswer> answers = new ArrayList<>();
        for (int reader = 0; reader < 3; reader++) {
            for (int k = 0; k < 2_000; k++) {
                answers.add(new ReaderAnswer("a", "r" + reader, k % 3 == 0 ? "no" : "yes"));
                answers.add(new ReaderAnswer("b", "r" + reader, k % 3 == 0 ? "yes" : "no"));
            }
        }
        Fitted fitted = fitted(List.of("yes", "no"), answers, Options.DEFAULT);

        assertThat(fitted.mostProbable("a")).hasValue("yes");
        assertThat(fitted.mostProbable("b")).hasValue("no");
        assertThat(fitted.logLikelihood()).isFinite();
    }

    // ---- edge cases

    @Test
    void tooFewReadersAreUndefined() {
        assertThat(DawidSkene.fit(List.of("+", "−"), List.of(), Options.DEFAULT))
                .isEqualTo(new Undefined("no answers"));
        assertThat(DawidSkene.fit(
                        List.of("+", "−"),
                        List.of(new ReaderAnswer("a", "x", "+"), new ReaderAnswer("a", "y", "+")),
                        Options.DEFAULT))
                .isInstanceOf(Undefined.class);
        assertThat(DawidSkene.fit(
                        List.of("+", "−"),
                        List.of(
                                new ReaderAnswer("a", "x", "+"),
                                new ReaderAnswer("b", "y", "+"),
                                new ReaderAnswer("c", "z", "+")),
                        Options.DEFAULT))
                .isEqualTo(new Undefined("no case was answered by three readers"));
        assertThat(DawidSkene.fit(
                        List.of("+", "−"),
                        List.of(
                                new ReaderAnswer("a", "x", "?"),
                                new ReaderAnswer("a", "y", "?"),
                                new ReaderAnswer("a", "z", "?")),
                        Options.DEFAULT))
                .isEqualTo(new Undefined("no answer names a class, all are among [?]"));
    }

    @Test
    void oneClassOnlyIsThatClass() {
        Fitted fitted = fitted(
                List.of("+", "−"),
                List.of(
                        new ReaderAnswer("a", "x", "+"),
                        new ReaderAnswer("a", "y", "+"),
                        new ReaderAnswer("a", "z", "+")),
                MAXIMUM_LIKELIHOOD);

        assertThat(fitted.prevalence()).containsExactly(1.0, 0.0);
        assertThat(fitted.mostProbable("a")).hasValue("+");
        assertThat(fitted.confusion("x", "−", "−")).hasValue(0.5);
    }

    @Test
    void rejectsASingleClass() {
        assertThatThrownBy(() -> DawidSkene.fit(List.of("+"), List.of(), Options.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least two different classes are needed: [+]");
        assertThatThrownBy(() -> new Options(-1, 0.1, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- fixtures

    private static java.util.Comparator<Double> rounded() {
        return (a, b) -> Math.abs(a - b) <= 0.005 ? 0 : Double.compare(a, b);
    }

    private static Fitted fitted(List<String> classes, List<ReaderAnswer> answers, Options options) {
        return (Fitted) DawidSkene.fit(classes, answers, options);
    }

    /// One answer in five is missing.
    private static List<ReaderAnswer> simulated(
            SplittableRandom random, int cases, double prevalence, double[][] readers) {
        List<ReaderAnswer> answers = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            boolean positive = random.nextDouble() < prevalence;
            for (int reader = 0; reader < readers.length; reader++) {
                boolean right = random.nextDouble() < readers[reader][positive ? 0 : 1];
                if (random.nextDouble() < 0.8) {
                    answers.add(new ReaderAnswer(
                            "case " + i, "reader " + reader, right == positive ? "positive" : "negative"));
                }
            }
        }
        return answers;
    }
}
