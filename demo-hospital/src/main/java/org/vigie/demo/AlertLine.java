package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.demo.training.ModelTrainer;

/// An alert, in short.
///
/// @param kind DRIFT, THRESHOLD or INCIDENT
/// @param week ISO week it was opened for
/// @param title in English
record AlertLine(String kind, String subject, String week, String state, String title) {
    static List<AlertLine> all(VigieClient admin) throws IOException, InterruptedException, ProblemException {
        List<AlertLine> lines = new ArrayList<>();
        for (JsonNode alert : Registration.items(admin.json(Call.get("/alerts").with("model", ModelTrainer.MODEL)))) {
            lines.add(new AlertLine(
                    alert.path("kind").asText(),
                    alert.path("subject").asText(),
                    alert.path("week").asText(),
                    alert.path("state").asText(),
                    alert.path("titleText").path("en").asText()));
        }
        lines.sort(Comparator.comparing(AlertLine::week).thenComparing(AlertLine::subject));
        return lines;
    }

    /// Whether it speaks of a scanner.
    boolean names(String scanner) {
        return subject.contains(scanner) || title.contains(scanner);
    }
}
