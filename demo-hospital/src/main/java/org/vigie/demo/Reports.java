package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.demo.training.ModelTrainer;

/// The report of the last week, in both languages.
final class Reports {
    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    private Reports() {}

    /// @return the English one
    static Path write(VigieClient admin, DemoOptions options, Terminal terminal)
            throws IOException, InterruptedException, ProblemException, DemoException {
        String week = Weeks.iso(options.weeks());
        terminal.step("Weekly report of " + week);
        Files.createDirectories(options.reports());
        Path last = options.reports();
        for (String language : LANGUAGES) {
            JsonNode report = admin.json(Call.post("/models" + Call.path(ModelTrainer.MODEL) + "/reports/weekly")
                    .json(Json.object().put("week", week).put("language", language))
                    .asRepeatable()
                    .within(LONGEST));
            byte[] pdf = admin.bytes(
                    Call.get("/reports" + Call.path(report.path("id").asText(), "pdf"))
                            .header("Accept", "application/pdf"));
            if (pdf.length < PDF.length || !java.util.Arrays.equals(PDF, 0, PDF.length, pdf, 0, PDF.length)) {
                throw new DemoException("The report of %s in %s is not a PDF".formatted(week, language));
            }
            last = options.reports().resolve("%s-%s-%s.pdf".formatted(ModelTrainer.MODEL, week, language));
            Files.write(last, pdf);
            terminal.detail("%s, %d pages".formatted(last, report.path("pages").asInt()));
        }
        return last;
    }
}
