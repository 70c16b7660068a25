package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.demo.phantom.Hospital;
import org.vigie.demo.phantom.StudyPlan;
import org.vigie.demo.reading.ReadingRoom;
import org.vigie.demo.reading.ReferenceReading;
import org.vigie.demo.training.ModelTrainer;

/// The readers' consensus, each reading with the moment at which it became known.
final class Truth {
    private Truth() {}

    static void send(
            VigieClient admin, List<StudyPlan> plans, Map<String, Integer> grades, long seed, Terminal terminal)
            throws IOException, InterruptedException, ProblemException, DemoException {
        terminal.step("Truth of made-up readers, two to five weeks late");
        ReadingRoom room = new ReadingRoom(seed);
        StringBuilder csv = new StringBuilder("studyInstanceUid,label,availableAt\n");
        Map<Boolean, Integer> adjudicated = new TreeMap<>();
        int wrong = 0;
        for (StudyPlan plan : plans) {
            Integer grade = grades.get(plan.studyUid());
            if (grade == null) {
                throw new DemoException("The truth manifest does not know study " + plan.accessionNumber());
            }
            Instant acquired =
                    plan.acquired().atZone(zone(plan.scanner().site())).toInstant();
            ReferenceReading reading = room.read(plan.studyUid(), plan.visitSeed(), grade, acquired);
            csv.append("%s,%d,%s%n".formatted(reading.studyUid(), reading.positive() ? 1 : 0, reading.availableAt()));
            adjudicated.merge(reading.adjudicated(), 1, Integer::sum);
            wrong += reading.positive() == (grade > 0) ? 0 : 1;
        }
        JsonNode answer = admin.json(Call.post("/truth")
                .with("target", ModelTrainer.TARGET)
                .with("kind", "CONSENSUS")
                .body("text/csv", BodyPublishers.ofString(csv.toString()))
                .asRepeatable());
        terminal.detail("%d accepted, %d reused; %d went to a third reader, %d consensus readings are wrong"
                .formatted(
                        answer.path("accepted").asInt(),
                        answer.path("duplicates").asInt(),
                        adjudicated.getOrDefault(true, 0),
                        wrong));
    }

    static ZoneId zone(String site) {
        return ZoneId.of(site.equals(Hospital.GENEVE) ? "Europe/Zurich" : "Europe/Paris");
    }
}
