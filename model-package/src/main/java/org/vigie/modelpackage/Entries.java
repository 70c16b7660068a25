package org.vigie.modelpackage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.modelpackage.ModelPackageException.PackageTooLarge;
import org.vigie.modelpackage.ModelPackageException.UnsafeArchive;

/// Collects the files of a package by name, within limits.
final class Entries {

    private final ArchiveLimits limits;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Set<String> folded = new HashSet<>();
    private long total;

    Entries(ArchiveLimits limits) {
        this.limits = limits;
    }

    void add(String name, InputStream content) throws IOException, UnsafeArchive, PackageTooLarge {
        checkName(name);
        if (files.size() == limits.entries()) {
            throw new PackageTooLarge(name, "more than " + limits.entries() + " files");
        }
        if (!folded.add(name.toLowerCase(Locale.ROOT))) {
            throw new UnsafeArchive(name, "the name stands twice (upper and lower case count as the same)");
        }
        byte[] bytes = read(name, content);
        total += bytes.length;
        files.put(name, bytes);
    }

    private byte[] read(String name, InputStream content) throws IOException, PackageTooLarge {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            if (bytes.size() + (long) n > limits.entryBytes()) {
                throw new PackageTooLarge(name, "unpacks to more than " + limits.entryBytes() + " bytes");
            }
            if (total + bytes.size() + n > limits.totalBytes()) {
                throw new PackageTooLarge(name, "the package unpacks to more than " + limits.totalBytes() + " bytes");
            }
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }

    static void checkName(String name) throws UnsafeArchive {
        if (name.isEmpty() || name.length() > 200) {
            throw new UnsafeArchive(printable(name), "an entry's name must have 1 to 200 characters");
        }
        if (name.startsWith("/") || name.contains("\\") || name.contains(":")) {
            throw new UnsafeArchive(printable(name), "an entry's name must be relative, with / between folders");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new UnsafeArchive(printable(name), "an entry's name has control characters");
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new UnsafeArchive(printable(name), "an entry's name leaves the package or has an empty part");
            }
        }
    }

    private static String printable(String name) {
        String clean = name.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
    }

    SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }
}
