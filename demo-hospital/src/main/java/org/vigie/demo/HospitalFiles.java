package org.vigie.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.demo.phantom.Nodule;
import org.vigie.demo.phantom.Phantom;
import org.vigie.demo.phantom.PhantomFile;
import org.vigie.demo.phantom.StudyPlan;
import org.vigie.demo.phantom.TruthManifest;

/// The hospital's archive on disk: one DICOM file a study, and the truth manifest apart from them.
final class HospitalFiles {
    private final Path folder;
    private final Path manifest;

    HospitalFiles(Path hospital) {
        this.folder = hospital.resolve("dicom");
        this.manifest = hospital.resolve("truth-manifest.csv");
    }

    /// @param written files that were not there before
    /// @param grades grade of the clearest nodule by Study Instance UID, 0 if there is none
    record Archive(int written, Map<String, Integer> grades) {
        Archive {
            grades = Map.copyOf(grades);
        }
    }

    Path file(StudyPlan plan) {
        return folder.resolve(plan.scanner().site())
                .resolve(plan.acquired().toLocalDate().toString())
                .resolve(plan.sopUid() + ".dcm");
    }

    /// Writes what is missing, and the manifest. A file and its line in the manifest stand or fall together.
    Archive write(List<StudyPlan> plans, int threads, Terminal terminal) throws IOException, InterruptedException {
        Map<String, Integer> known = TruthManifest.grades(readManifest());
        AtomicInteger done = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        List<List<Nodule>> drawn = new ArrayList<>(plans.size());
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<List<Nodule>>> futures = new ArrayList<>(plans.size());
            for (StudyPlan plan : plans) {
                boolean reuse = known.containsKey(plan.studyUid()) && Files.exists(file(plan));
                futures.add(workers.submit(() -> {
                    List<Nodule> nodules = reuse ? List.of() : writeOne(plan);
                    written.addAndGet(reuse ? 0 : 1);
                    terminal.progress("DICOM", done.incrementAndGet(), plans.size());
                    return nodules;
                }));
            }
            for (Future<List<Nodule>> future : futures) {
                drawn.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("A DICOM file cannot be written below " + folder, e.getCause());
        }
        Map<String, Integer> grades = new HashMap<>(known);
        if (written.get() > 0) {
            String fresh = TruthManifest.csv(plans, drawn);
            TruthManifest.grades(fresh).forEach((uid, grade) -> grades.putIfAbsent(uid, grade));
            Files.writeString(manifest, TruthManifest.merged(readManifest(), fresh), StandardCharsets.UTF_8);
        }
        return new Archive(written.get(), grades);
    }

    private String readManifest() throws IOException {
        return Files.exists(manifest) ? Files.readString(manifest, StandardCharsets.UTF_8) : "";
    }

    private List<Nodule> writeOne(StudyPlan plan) throws IOException {
        Phantom phantom = plan.draw();
        Path file = file(plan);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(plan.sopUid() + ".part");
        Files.write(part, PhantomFile.bytes(plan, phantom));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return phantom.nodules();
    }
}
