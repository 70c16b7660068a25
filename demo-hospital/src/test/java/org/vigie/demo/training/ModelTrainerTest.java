package org.vigie.demo.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.demo.phantom.PhantomFile;
import org.vigie.demo.phantom.Schedule;
import org.vigie.demo.phantom.StudyPlan;
import org.vigie.modelpackage.ExecutionTarget;
import org.vigie.modelpackage.ModelPackage;
import org.vigie.modelpackage.OnnxModel;
import org.vigie.modelpackage.Preprocessor;
import org.vigie.modelpackage.Scored;

class ModelTrainerTest {
    private static final CohortSizes SMALL = new CohortSizes(600, 300, 80, 150, 200);

    @TempDir
    static Path folder;

    private static List<TrainedModel> models;

    @BeforeAll
    static void train() throws Exception {
        models = new ModelTrainer(SMALL, 5, 2, line -> {}).train(folder);
    }

    @Test
    void makesThreeVersionsThatPassTheChecksOfRegistration() throws Exception {
        assertThat(models)
                .extracting(TrainedModel::version)
                .containsExactly(ModelTrainer.CHAMPION, ModelTrainer.BETTER, ModelTrainer.WORSE);
        for (TrainedModel model : models) {
            ModelPackage opened = ModelPackage.open(model.folder());
            opened.verify();
            assertThat(opened.manifest().version()).isEqualTo(model.version());
            assertThat(opened.manifest().threshold()).isEqualTo(model.threshold());
            assertThat(opened.manifest().examples()).hasSize(1);
        }
    }

    @Test
    void sharesThePreprocessingAmongTheVersions() throws Exception {
        String champion = ModelPackage.open(models.getFirst().folder()).preprocessingSha256();

        for (TrainedModel model : models) {
            assertThat(ModelPackage.open(model.folder()).preprocessingSha256()).isEqualTo(champion);
        }
    }

    /// Fresh cohorts of 200: an AUROC of 0.9 has a standard error of about 0.02.
    @Test
    void findsNodulesBeforeTheUpgradeAndLosesThemAfterIt() {
        TrainedModel champion = models.getFirst();

        assertThat(champion.aurocBefore()).isGreaterThan(0.85);
        assertThat(champion.aurocAfter()).isLessThan(champion.aurocBefore() - 0.08);
    }

    @Test
    void recoversWithCasesOfTheUpgradedRoomAndIsWorseWithFew() {
        TrainedModel champion = models.get(0);
        TrainedModel better = models.get(1);
        TrainedModel worse = models.get(2);

        assertThat(better.aurocAfter()).isGreaterThan(champion.aurocAfter() + 0.05);
        assertThat(better.aurocBefore()).isGreaterThan(champion.aurocBefore() - 0.04);
        assertThat(worse.aurocBefore()).isLessThan(champion.aurocBefore() - 0.02);
    }

    @Test
    void gives256FeaturesThatTheLastLayerTurnsIntoTheScore() throws Exception {
        ModelPackage opened = ModelPackage.open(models.getFirst().folder());
        StudyPlan plan = Schedule.draw(1, 1, 1).getFirst();
        var tensor = new Preprocessor(opened.manifest()).apply(PhantomFile.object(plan, plan.draw()));
        try (OnnxModel model =
                OnnxModel.load(models.getFirst().folder(), opened.manifest(), ExecutionTarget.ONE_CPU_THREAD)) {
            Scored scored = model.score(List.of(tensor, tensor)).get(1);

            assertThat(scored.features()).hasSize(Backbone.FEATURES);
            assertThat(scored.score()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void isTheSameModelWhenTrainedAgain() throws Exception {
        Path again = Files.createDirectory(folder.resolve("again"));
        CohortSizes tiny = new CohortSizes(60, 30, 30, 30, 30);
        Path first = new ModelTrainer(tiny, 5, 1, line -> {})
                .train(again.resolve("one-thread"))
                .getFirst()
                .folder();
        Path second = new ModelTrainer(tiny, 5, 2, line -> {})
                .train(again.resolve("two-threads"))
                .getFirst()
                .folder();

        assertThat(ModelPackage.open(second).packageSha256())
                .isEqualTo(ModelPackage.open(first).packageSha256());
    }
}
