package org.vigie.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.client.ProblemException;
import org.vigie.client.RunnerApi;
import org.vigie.modelpackage.ArchiveLimits;
import org.vigie.modelpackage.ModelPackage;
import org.vigie.modelpackage.ModelPackageException;

/// Model packages on disk, each in a folder named by its hash. What is found there is trusted only if it still has
/// that hash; else it is fetched again.
final class PackageCache {

    private static final Logger LOG = LoggerFactory.getLogger(PackageCache.class);

    private final Path folder;
    private final RunnerApi api;

    PackageCache(Path folder, RunnerApi api) {
        this.folder = folder;
        this.api = api;
    }

    /// @param folder where its files lie
    record Cached(ModelPackage modelPackage, Path folder) {}

    Cached get(RunnerApi.Version version)
            throws IOException, InterruptedException, ProblemException, ModelPackageException, PackageMismatch {
        String hash = version.packageSha256();
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new PackageMismatch("the service gave a package hash that is none");
        }
        Path place = folder.resolve(hash);
        ModelPackage found = onDisk(place, hash);
        if (found != null) {
            return new Cached(found, place);
        }
        LOG.info("fetching {} {}", version.model(), version.version());
        ModelPackage fetched = fetch(version);
        store(fetched, place);
        return new Cached(fetched, place);
    }

    private static @Nullable ModelPackage onDisk(Path place, String hash) throws IOException {
        if (!Files.isDirectory(place)) {
            return null;
        }
        try {
            ModelPackage found = ModelPackage.open(place);
            if (found.packageSha256().equals(hash)) {
                return found;
            }
            LOG.warn("cached package {} has another hash now; it is fetched again", hash);
        } catch (ModelPackageException e) {
            LOG.warn("cached package {} is damaged ({}); it is fetched again", hash, e.getMessage());
        }
        delete(place);
        return null;
    }

    private ModelPackage fetch(RunnerApi.Version version)
            throws IOException, InterruptedException, ProblemException, ModelPackageException, PackageMismatch {
        byte[] zip;
        try (InputStream stream = api.open(version.packageUrl())) {
            zip = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, ArchiveLimits.DEFAULT.totalBytes()));
        }
        ModelPackage fetched = ModelPackage.fromZip(zip, ArchiveLimits.DEFAULT);
        if (!fetched.packageSha256().equals(version.packageSha256())) {
            throw new PackageMismatch("the package of %s %s has the hash %s, the service promised %s"
                    .formatted(version.model(), version.version(), fetched.packageSha256(), version.packageSha256()));
        }
        return fetched;
    }

    /// Written aside and moved: a runner that is killed leaves no half package under the hash.
    private void store(ModelPackage fetched, Path place) throws IOException {
        Files.createDirectories(folder);
        Path aside = Files.createTempDirectory(folder, "new-");
        for (Map.Entry<String, byte[]> file : fetched.files().entrySet()) {
            Path target = aside.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        try {
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
            delete(aside); // another runner was faster
        }
    }

    private static void delete(Path place) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(place)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
