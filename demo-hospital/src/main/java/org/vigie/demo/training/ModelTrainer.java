package org.vigie.demo.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.vigie.demo.phantom.Cohort;
import org.vigie.demo.phantom.Hospital;
import org.vigie.demo.phantom.StudyPlan;
import org.vigie.drift.performance.Auroc;

/// Trains the demo's three versions on cohorts that share no patient with each other or with the hospital.
public final class ModelTrainer {
    /// Name that all versions share.
    public static final String MODEL = ModelPackages.MODEL;

    /// What the score speaks of.
    public static final String TARGET = ModelPackages.TARGET;

    /// In clinical use from the first week; knows the rooms as they were before the upgrade.
    public static final String CHAMPION = "1.0.0";

    /// Has also seen studies of the upgraded room.
    public static final String BETTER = "1.1.0";

    /// Few cases and every second feature only.
    public static final String WORSE = "0.9.0";

    private static final int BEFORE_UPGRADE = 1;
    private static final int AFTER_UPGRADE = Hospital.UPGRADE_WEEK;

    /// Training is enriched with nodules; the threshold is chosen by sensitivity, which prevalence does not touch.
    private static final double ENRICHED = 0.45;

    private static final double SENSITIVITY = 0.90;

    /// A candidate that is to replace the champion must not call more healthy patients ill than it does.
    private static final double SPECIFICITY_OF_BETTER = 0.94;

    private final CohortSizes sizes;
    private final long seed;
    private final int threads;
    private final Consumer<String> progress;

    public ModelTrainer(CohortSizes sizes, long seed, int threads, Consumer<String> progress) {
        this.sizes = sizes;
        this.seed = seed;
        this.threads = threads;
        this.progress = progress;
    }

    /// Trains, tunes, measures and writes all three into folders below `models`.
    public List<TrainedModel> train(Path models) throws IOException, TrainingException, InterruptedException {
        Path bare = Files.createTempDirectory("vigie-backbone");
        try {
            StudyPlan example = cohort(7, 1, BEFORE_UPGRADE).plans().getFirst();
            var backbone = ModelPackages.write(bare, "0.0.0", LastLayer.untrained(), 0.5, example);
            FeatureExtractor extractor = new FeatureExtractor(bare, backbone.manifest(), threads);
            return train(models, extractor);
        } finally {
            delete(bare);
        }
    }

    private List<TrainedModel> train(Path models, FeatureExtractor extractor)
            throws IOException, TrainingException, InterruptedException {
        List<Sample> before = samples(extractor, 1, sizes.training(), BEFORE_UPGRADE, "training, before the upgrade");
        List<Sample> after = samples(extractor, 2, sizes.retraining(), AFTER_UPGRADE, "training, upgraded room");
        List<Sample> tuneBefore = samples(extractor, 3, sizes.tuning(), BEFORE_UPGRADE, "tuning");
        List<Sample> tuneAfter = samples(extractor, 4, sizes.tuning() / 2, AFTER_UPGRADE, "tuning, upgraded room");
        List<Sample> freshBefore = samples(extractor, 5, sizes.fresh(), BEFORE_UPGRADE, "fresh");
        List<Sample> freshAfter = samples(extractor, 6, sizes.fresh(), AFTER_UPGRADE, "fresh, upgraded room");
        Fresh fresh = new Fresh(freshBefore, freshAfter);
        List<Sample> few = before.subList(0, sizes.worse());
        return List.of(
                make(models, CHAMPION, before, feature -> true, bySensitivity(tuneBefore), fresh),
                make(
                        models,
                        BETTER,
                        both(before, after),
                        feature -> true,
                        layer -> OperatingPoint.forSpecificity(
                                layer, both(tuneBefore, tuneAfter), SPECIFICITY_OF_BETTER),
                        fresh),
                make(models, WORSE, few, feature -> feature % 2 == 0, bySensitivity(tuneBefore), fresh));
    }

    private static ToDoubleFunction<LastLayer> bySensitivity(List<Sample> tuning) {
        return layer -> OperatingPoint.forSensitivity(layer, tuning, SENSITIVITY);
    }

    private record Fresh(List<Sample> before, List<Sample> after) {}

    private TrainedModel make(
            Path models,
            String version,
            List<Sample> training,
            IntPredicate used,
            ToDoubleFunction<LastLayer> operatingPoint,
            Fresh fresh)
            throws IOException, TrainingException {
        LastLayer layer = LogisticFit.fit(training, used);
        double threshold = operatingPoint.applyAsDouble(layer);
        Path folder = models.resolve(MODEL + "-" + version);
        StudyPlan example = firstWithNodule(cohort(8, 20, BEFORE_UPGRADE).plans());
        ModelPackages.write(folder, version, layer, threshold, example);
        return new TrainedModel(
                version, folder, threshold, training.size(), auroc(layer, fresh.before()), auroc(layer, fresh.after()));
    }

    private List<Sample> samples(FeatureExtractor extractor, int purpose, int studies, int week, String what)
            throws TrainingException, InterruptedException {
        progress.accept("%d phantoms for %s".formatted(studies, what));
        return extractor.extract(cohort(purpose, studies, week).plans());
    }

    private Cohort cohort(int purpose, int studies, int week) {
        return new Cohort(seed * 31 + purpose, studies, week, week == AFTER_UPGRADE, ENRICHED);
    }

    private static StudyPlan firstWithNodule(List<StudyPlan> plans) {
        return plans.stream()
                .filter(plan -> plan.patient().nodule())
                .findFirst()
                .orElse(plans.getFirst());
    }

    private static double auroc(LastLayer layer, List<Sample> samples) throws TrainingException {
        double[] scores = samples.stream()
                .mapToDouble(sample -> layer.score(sample.features()))
                .toArray();
        boolean[] nodules = new boolean[scores.length];
        for (int i = 0; i < nodules.length; i++) {
            nodules[i] = samples.get(i).nodule();
        }
        return Auroc.of(scores, nodules)
                .orElseThrow(() -> new TrainingException("No AUROC: the fresh cases are all of one kind"))
                .value();
    }

    private static List<Sample> both(List<Sample> first, List<Sample> second) {
        List<Sample> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
