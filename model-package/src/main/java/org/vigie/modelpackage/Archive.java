package org.vigie.modelpackage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.vigie.modelpackage.ModelPackageException.PackageTooLarge;
import org.vigie.modelpackage.ModelPackageException.UnsafeArchive;

/// A folder or a zip into the same sorted files, and back into a zip that is the same for the same files.
final class Archive {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Archive() {}

    static SortedMap<String, byte[]> fromFolder(Path folder, ArchiveLimits limits)
            throws IOException, UnsafeArchive, PackageTooLarge {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted().toList();
        } catch (UncheckedIOException e) {
            throw new IOException("cannot list " + folder, e);
        }
        Entries entries = new Entries(limits);
        for (Path path : paths) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || path.equals(folder)) {
                continue;
            }
            String name = folder.relativize(path)
                    .toString()
                    .replace(path.getFileSystem().getSeparator(), "/");
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new UnsafeArchive(name, "is a link or a device, not a file");
            }
            try (InputStream content = Files.newInputStream(path)) {
                entries.add(name, content);
            }
        }
        return entries.files();
    }

    static SortedMap<String, byte[]> fromZip(byte[] zip, ArchiveLimits limits) throws UnsafeArchive, PackageTooLarge {
        List<String> declared = ZipDirectory.check(zip);
        List<String> found = new ArrayList<>();
        Entries entries = new Entries(limits);
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                if (found.size() > 2 * limits.entries()) {
                    throw new PackageTooLarge("", "more than " + limits.entries() + " files");
                }
                found.add(entry.getName());
                if (entry.isDirectory()) {
                    Entries.checkName(
                            entry.getName().substring(0, entry.getName().length() - 1));
                } else {
                    entries.add(entry.getName(), stream);
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnsafeArchive("", "the zip is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw new UnsafeArchive("", "the zip ends too early: " + e.getMessage());
        }
        if (!declared.equals(found)) {
            throw new UnsafeArchive("", "the zip's directory does not name the entries that it holds");
        }
        return entries.files();
    }

    static byte[] toZip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
