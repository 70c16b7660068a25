package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.demo.phantom.Schedule;
import org.vigie.demo.phantom.StudyPlan;

class HospitalFilesTest {
    @TempDir
    private Path folder;

    private final Terminal silent = new Terminal(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            true,
            false,
            InstantSource.system());

    @Test
    void writesOnceAndReusesAfterwards() throws Exception {
        List<StudyPlan> plans = Schedule.draw(4, 2, 6);
        HospitalFiles files = new HospitalFiles(folder);

        HospitalFiles.Archive first = files.write(plans, 2, silent);
        HospitalFiles.Archive second = files.write(plans, 2, silent);

        assertThat(first.written()).isEqualTo(12);
        assertThat(second.written()).isZero();
        assertThat(second.grades()).isEqualTo(first.grades()).hasSize(12);
        for (StudyPlan plan : plans) {
            assertThat(first.grades().get(plan.studyUid()) > 0)
                    .isEqualTo(plan.patient().nodule());
        }
    }

    @Test
    void addsWhatIsMissingOnly() throws Exception {
        HospitalFiles files = new HospitalFiles(folder);
        HospitalFiles.Archive oneWeek = files.write(Schedule.draw(4, 1, 6), 2, silent);
        List<StudyPlan> twoWeeks = Schedule.draw(4, 2, 6);
        Files.delete(files.file(twoWeeks.getFirst()));

        HospitalFiles.Archive more = files.write(twoWeeks, 2, silent);

        assertThat(more.written()).isEqualTo(7);
        assertThat(more.grades()).containsAllEntriesOf(oneWeek.grades()).hasSize(12);
        assertThat(files.file(twoWeeks.getFirst())).exists();
    }

    @Test
    void keepsTheTruthOutOfTheFilesThatAreIngested() throws IOException, InterruptedException {
        HospitalFiles files = new HospitalFiles(folder);
        List<StudyPlan> plans = Schedule.draw(4, 1, 6);
        files.write(plans, 2, silent);

        for (StudyPlan plan : plans) {
            String text = Files.readString(files.file(plan), StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContainIgnoringCase("nodule");
        }
    }
}
