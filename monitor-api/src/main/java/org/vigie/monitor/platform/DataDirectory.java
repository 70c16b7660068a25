package org.vigie.monitor.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The one folder in which a service keeps what is not in the database: images, model packages,
/// secrets and, when embedded, the database itself.
///
/// @param path absolute
public record DataDirectory(Path path) {

    /// Made for its owner alone when absent.
    ///
    /// @throws IOException if the folder cannot be made
    public static DataDirectory at(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            if (absolute.getParent() != null) {
                Files.createDirectories(absolute.getParent());
            }
            createPrivate(absolute);
        }
        return new DataDirectory(absolute);
    }

    /// A folder inside, made when absent.
    public Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    /// A folder that only the service's own user may enter, made when absent.
    public Path privateFolder(String name) throws IOException {
        Path folder = path.resolve(name);
        if (!Files.isDirectory(folder)) {
            createPrivate(folder);
        }
        return folder;
    }

    /// The service's secrets. Nothing in them is ever in the database or in a log.
    public Secrets secrets() throws IOException {
        return new Secrets(privateFolder("secrets"));
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    static Set<java.nio.file.attribute.PosixFilePermission> ownerOnly() {
        return PosixFilePermissions.fromString("rw-------");
    }
}
