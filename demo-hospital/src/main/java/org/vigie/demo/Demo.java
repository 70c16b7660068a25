package org.vigie.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.vigie.client.ProblemException;
import org.vigie.demo.phantom.Schedule;
import org.vigie.demo.phantom.StudyPlan;
import org.vigie.demo.training.TrainedModel;
import org.vigie.demo.training.TrainingException;

/// The steps of the demo in their order.
final class Demo {
    /// Two cores are what a small machine has.
    private static final int THREADS = 2;

    private final DemoOptions options;
    private final Terminal terminal;
    private final PrintStream err;
    private final InstantSource clock;

    Demo(DemoOptions options, Terminal terminal, PrintStream err, InstantSource clock) {
        this.options = options;
        this.terminal = terminal;
        this.err = err;
        this.clock = clock;
    }

    /// @return exit code
    int run() {
        try {
            Files.createDirectories(options.data());
            HospitalIdentity.claim(options);
            try (DemoService service = DemoService.start(options)) {
                List<String> failures = walk(service);
                failures.forEach(failure -> err.println("Not as it must be: " + failure));
                if (!options.exit()) {
                    terminal.result("Serving on " + service.url() + " until Ctrl-C.");
                    new CountDownLatch(1).await();
                }
                return failures.isEmpty() ? 0 : 1;
            }
        } catch (ProblemException e) {
            err.println("The service refused a step: " + e.problem());
        } catch (DemoException | IOException | TrainingException e) {
            err.println("The demo stopped: " + reason(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            err.println("The demo was interrupted");
        }
        err.println("Logs: " + options.log() + ", " + options.runnerLog());
        return 1;
    }

    private List<String> walk(DemoService service)
            throws DemoException, IOException, InterruptedException, ProblemException, TrainingException {
        Instant started = clock.instant();
        terminal.step("Service on %s, data in %s".formatted(service.url(), options.data()));
        try (RunnerProcess runner = RunnerProcess.start(options, service.url())) {
            List<StudyPlan> plans = Schedule.draw(options.seed(), options.weeks(), options.perWeek());
            terminal.step("%d studies of %d weeks, 2 sites, 3 scanners".formatted(plans.size(), options.weeks()));
            var files = new HospitalFiles(options.hospital());
            HospitalFiles.Archive archive = files.write(plans, THREADS, terminal);
            terminal.detail(written(archive.written(), plans.size()));

            List<TrainedModel> models = Models.trainOrReuse(options, THREADS, terminal);
            Registration.apply(service.admin(), models, options, terminal);
            Ingestion.Outcome ingested = new Ingestion(service.admin(), files, terminal).send(plans);
            var replay = new Replay(service.admin(), options, terminal, runner).run(plans.size());
            Truth.send(service.admin(), plans, archive.grades(), options.seed(), terminal);
            List<WeekResult> weeks = new Surveillance(service.admin(), options, terminal).run();
            Flags.send(service, plans, ingested, archive.grades(), terminal);
            Path report = Reports.write(service.admin(), options, terminal);
            List<AlertLine> alerts = AlertLine.all(service.admin());
            List<VersionResult> versions = VersionResult.all(service.admin(), models, replay, options);

            Duration took = Duration.between(started, clock.instant());
            new Table(options, service.url())
                    .lines(ingested, replay, versions, weeks, alerts, report, took)
                    .forEach(terminal::result);
            return Expectations.unmet(options, plans.size(), ingested, replay, weeks, alerts);
        }
    }

    private static String written(int written, int all) {
        return written == 0
                ? "reused: all %d DICOM files".formatted(all)
                : "%d DICOM files written%s".formatted(written, written < all ? ", the others reused" : "");
    }

    /// The innermost message says what happened; the outer ones say to what.
    private static String reason(Throwable thrown) {
        StringBuilder text = new StringBuilder(String.valueOf(thrown.getMessage()));
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            text.append(": ")
                    .append(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        }
        return text.toString();
    }
}
