package org.vigie.modelpackage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.modelpackage.ModelPackageException.InvalidManifest;
import org.vigie.modelpackage.ModelPackageException.PackageTooLarge;
import org.vigie.modelpackage.ModelPackageException.UnsafeArchive;

class ArchiveTest {

    private static final ArchiveLimits SMALL = new ArchiveLimits(3, 1_000, 600);

    @Test
    void hasOneHashForAFolderAndEveryZipOfIt(@TempDir Path folder) throws Exception {
        SortedMap<String, byte[]> files = Packages.files(Packages.YAML, TinyOnnx.meanAndMax());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }

        ModelPackage fromFolder = ModelPackage.open(folder);
        byte[] otherOrder = zip("model.yaml", files.get("model.yaml"), "model.onnx", files.get("model.onnx"));

        assertThat(ModelPackage.fromZip(fromFolder.toZip(), ArchiveLimits.DEFAULT)
                        .packageSha256())
                .isEqualTo(fromFolder.packageSha256());
        assertThat(ModelPackage.fromZip(otherOrder, ArchiveLimits.DEFAULT).packageSha256())
                .isEqualTo(fromFolder.packageSha256());
        assertThat(Packages.open(Packages.YAML + "# other\n", TinyOnnx.meanAndMax())
                        .packageSha256())
                .isNotEqualTo(fromFolder.packageSha256());
    }

    @Test
    void hashesNamesAndContentsApart() {
        assertThat(Hashes.sha256(new TreeMap<>(Map.of("a", "bc".getBytes(UTF_8)))))
                .isNotEqualTo(Hashes.sha256(new TreeMap<>(Map.of("ab", "c".getBytes(UTF_8)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../model.yaml", "a/../../b", "/etc/passwd", "C:\\x", "C:x", "a//b", "./a", "a\u0000b"})
    void refusesNamesThatLeaveThePackage(String name) {
        assertThatThrownBy(() -> Archive.fromZip(zip(name, new byte[1]), ArchiveLimits.DEFAULT))
                .isInstanceOf(UnsafeArchive.class);
    }

    @Test
    void refusesAFolderThatLeavesThePackage() {
        assertThatThrownBy(() -> Archive.fromZip(zip("../", new byte[0]), ArchiveLimits.DEFAULT))
                .isInstanceOf(UnsafeArchive.class);
    }

    @Test
    void refusesNamesThatOnlyDifferInCase() {
        assertThatThrownBy(() -> Archive.fromZip(zip("a", new byte[1], "A", new byte[1]), ArchiveLimits.DEFAULT))
                .isInstanceOf(UnsafeArchive.class)
                .hasMessageContaining("stands twice");
    }

    @Test
    void refusesALinkInAZip() throws IOException {
        byte[] zip = zip("link", "/etc/passwd".getBytes(UTF_8));
        int entry = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[entry + 5] = 3; // made on Unix
        zip[entry + 41] = (byte) 0xA1; // S_IFLNK | 0777
        assertThatThrownBy(() -> Archive.fromZip(zip, ArchiveLimits.DEFAULT))
                .isInstanceOf(UnsafeArchive.class)
                .hasMessage("link: the entry is a link or a device, not a file");
    }

    @Test
    void refusesALinkInAFolder(@TempDir Path folder) throws IOException {
        Files.createSymbolicLink(folder.resolve("model.yaml"), Path.of("/etc/passwd"));
        assertThatThrownBy(() -> ModelPackage.open(folder)).isInstanceOf(UnsafeArchive.class);
    }

    @Test
    void refusesADirectoryThatDoesNotMatchTheEntries() throws IOException {
        byte[] zip = zip("good", new byte[1]);
        int entry = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[entry + 46] = 'f';
        assertThatThrownBy(() -> Archive.fromZip(zip, ArchiveLimits.DEFAULT))
                .isInstanceOf(UnsafeArchive.class)
                .hasMessageContaining("does not name the entries");
    }

    @Test
    void refusesABombWhileItUnpacks() {
        assertThatThrownBy(() -> Archive.fromZip(zip("zeros", new byte[10_000_000]), SMALL))
                .isInstanceOf(PackageTooLarge.class)
                .hasMessage("zeros: unpacks to more than 600 bytes");
    }

    @Test
    void refusesManySmallOnesThatAreTooMuchTogether() {
        assertThatThrownBy(() -> Archive.fromZip(zip("a", new byte[550], "b", new byte[550]), SMALL))
                .isInstanceOf(PackageTooLarge.class);
        assertThatThrownBy(() -> Archive.fromZip(
                        zip("a", new byte[1], "b", new byte[1], "c", new byte[1], "d", new byte[1]), SMALL))
                .isInstanceOf(PackageTooLarge.class)
                .hasMessage("d: more than 3 files");
    }

    @Test
    void refusesAPackageWithoutAManifestOrModel() {
        assertThatThrownBy(() -> ModelPackage.fromZip(zip("folder/model.yaml", new byte[1]), ArchiveLimits.DEFAULT))
                .isInstanceOf(InvalidManifest.class)
                .hasMessage("the package has no model.yaml at its top");
    }

    /// Damage may go unnoticed where the format has room for it; it never becomes another error than ours.
    @Property(tries = 300)
    void refusesDamageInItsOwnWords(@ForAll @IntRange(min = 0, max = 150) int at, @ForAll byte value)
            throws IOException {
        byte[] zip = zip("a", new byte[30], "b", "text".getBytes(UTF_8));
        zip[Math.min(at, zip.length - 1)] = value;
        try {
            assertThat(Archive.fromZip(zip, SMALL)).hasSize(2);
        } catch (ModelPackageException e) {
            assertThat(e.findings()).isNotEmpty();
        }
    }

    @Property(tries = 100)
    void refusesEveryTruncation(@ForAll @IntRange(min = 0, max = 200) int length) throws IOException {
        byte[] zip = zip("a", new byte[30], "b", "text".getBytes(UTF_8));
        byte[] cut = Arrays.copyOf(zip, Math.min(length, zip.length - 1));
        assertThatThrownBy(() -> Archive.fromZip(cut, SMALL)).isInstanceOf(UnsafeArchive.class);
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
