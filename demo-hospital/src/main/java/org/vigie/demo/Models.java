package org.vigie.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.vigie.demo.training.CohortSizes;
import org.vigie.demo.training.ModelTrainer;
import org.vigie.demo.training.TrainedModel;
import org.vigie.demo.training.TrainingException;

/// Trains the three versions once for a data folder; their packages and figures are kept.
final class Models {
    private static final List<String> VERSIONS =
            List.of(ModelTrainer.CHAMPION, ModelTrainer.BETTER, ModelTrainer.WORSE);

    private Models() {}

    static List<TrainedModel> trainOrReuse(DemoOptions options, int threads, Terminal terminal)
            throws IOException, TrainingException, InterruptedException {
        Path folder = options.hospital().resolve("models");
        Path record = folder.resolve("training.properties");
        terminal.step("Three versions of %s, trained on phantoms of other patients".formatted(ModelTrainer.MODEL));
        List<TrainedModel> models;
        if (Files.exists(record)) {
            models = read(folder, record);
            terminal.detail("reused: " + folder);
        } else {
            models = new ModelTrainer(CohortSizes.DEFAULT, options.seed(), threads, terminal::detail).train(folder);
            write(models, record);
        }
        for (TrainedModel model : models) {
            terminal.detail(String.format(
                    Locale.ROOT,
                    "%s  fitted on %4d cases, threshold %.3f, AUROC on fresh phantoms %.3f, in the upgraded room %.3f",
                    model.version(),
                    model.trainingCases(),
                    model.threshold(),
                    model.aurocBefore(),
                    model.aurocAfter()));
        }
        return models;
    }

    private static void write(List<TrainedModel> models, Path record) throws IOException {
        Properties properties = new Properties();
        for (TrainedModel model : models) {
            properties.setProperty(
                    model.version(),
                    "%s %s %s %s"
                            .formatted(
                                    model.threshold(), model.trainingCases(), model.aurocBefore(), model.aurocAfter()));
        }
        try (Writer writer = Files.newBufferedWriter(record, StandardCharsets.UTF_8)) {
            properties.store(writer, "threshold, training cases, AUROC on fresh phantoms, in the upgraded room");
        }
    }

    private static List<TrainedModel> read(Path folder, Path record) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(record, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        List<TrainedModel> models = new ArrayList<>();
        for (String version : VERSIONS) {
            List<String> values = List.of(properties.getProperty(version, "").split(" ", -1));
            if (values.size() != 4) {
                throw new IOException(
                        "%s says nothing of version %s; delete it to train again".formatted(record, version));
            }
            models.add(new TrainedModel(
                    version,
                    folder.resolve(ModelTrainer.MODEL + "-" + version),
                    Double.parseDouble(values.get(0)),
                    Integer.parseInt(values.get(1)),
                    Double.parseDouble(values.get(2)),
                    Double.parseDouble(values.get(3))));
        }
        return models;
    }
}
