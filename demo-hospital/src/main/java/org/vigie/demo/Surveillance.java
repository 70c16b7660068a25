package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.demo.training.ModelTrainer;

/// Lets the service look at each week as it would have on the Monday after, knowing what was known then.
final class Surveillance {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final VigieClient admin;
    private final DemoOptions options;
    private final Terminal terminal;

    Surveillance(VigieClient admin, DemoOptions options, Terminal terminal) {
        this.admin = admin;
        this.options = options;
        this.terminal = terminal;
    }

    List<WeekResult> run() throws IOException, InterruptedException, ProblemException {
        terminal.step("Weekly surveillance, each week as of the Monday after");
        List<WeekResult> results = new ArrayList<>(options.weeks());
        for (int week = 1; week <= options.weeks(); week++) {
            JsonNode checked = admin.json(Call.post("/models" + Call.path(ModelTrainer.MODEL) + "/surveillance")
                    .json(Json.object().put("week", Weeks.iso(week)))
                    .asRepeatable()
                    .within(LONGEST));
            results.add(WeekResult.of(week, checked));
            terminal.progress("weeks", week, options.weeks());
        }
        return results;
    }
}
