package org.vigie.modelpackage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.vigie.modelpackage.ModelPackageException.InvalidManifest;
import org.vigie.modelpackage.ModelPackageException.PackageTooLarge;
import org.vigie.modelpackage.ModelPackageException.UnsafeArchive;

/// One immutable model version: `model.yaml`, `model.onnx` and the files that its examples name.
///
/// Opening checks the archive and the manifest; [#verify] checks that the graph is the one described and gives
/// what the examples promise. The byte arrays handed out are the package's own: do not write to them.
public final class ModelPackage {

    public static final String MANIFEST = "model.yaml";
    public static final String MODEL = "model.onnx";

    private final SortedMap<String, byte[]> files;
    private final Manifest manifest;
    private final String manifestYaml;
    private final String onnxSha256;
    private final String packageSha256;
    private final String preprocessingSha256;

    private ModelPackage(SortedMap<String, byte[]> files) throws InvalidManifest {
        this.files = files;
        requireEntry(MANIFEST);
        requireEntry(MODEL);
        this.manifestYaml = text(file(MANIFEST));
        this.manifest = ManifestParser.parse(manifestYaml);
        checkExamples();
        this.onnxSha256 = Hashes.sha256(file(MODEL));
        this.packageSha256 = Hashes.sha256(files);
        this.preprocessingSha256 = Hashes.sha256(ManifestJson.preprocessing(manifest));
    }

    /// @param path a folder, or a zip file, that has `model.yaml` at its top
    public static ModelPackage open(Path path) throws IOException, ModelPackageException {
        if (Files.isDirectory(path)) {
            return new ModelPackage(Archive.fromFolder(path, ArchiveLimits.DEFAULT));
        }
        return fromZip(path, ArchiveLimits.DEFAULT);
    }

    public static ModelPackage fromZip(Path zip, ArchiveLimits limits) throws IOException, ModelPackageException {
        if (Files.size(zip) > limits.totalBytes()) {
            throw new PackageTooLarge("", "the zip is larger than " + limits.totalBytes() + " bytes");
        }
        return fromZip(Files.readAllBytes(zip), limits);
    }

    public static ModelPackage fromZip(byte[] zip, ArchiveLimits limits)
            throws UnsafeArchive, PackageTooLarge, InvalidManifest {
        return new ModelPackage(Archive.fromZip(zip, limits));
    }

    public Manifest manifest() {
        return manifest;
    }

    /// @return `model.yaml` as its author wrote it
    public String manifestYaml() {
        return manifestYaml;
    }

    public byte[] onnx() {
        return file(MODEL);
    }

    /// @return the content of an entry; null when there is none of that name
    public byte @Nullable [] entry(String name) {
        return files.get(name);
    }

    public SortedMap<String, byte[]> files() {
        return files;
    }

    /// @return SHA-256 of `model.onnx`, hexadecimal
    public String onnxSha256() {
        return onnxSha256;
    }

    /// @return SHA-256 over names and contents of all files; the same for a folder and any zip of it
    public String packageSha256() {
        return packageSha256;
    }

    /// @return SHA-256 of the canonical `input` and `preprocess`: versions that share it share tensors
    public String preprocessingSha256() {
        return preprocessingSha256;
    }

    /// @return the package as a zip that is the same for the same files
    public byte[] toZip() {
        return Archive.toZip(files);
    }

    /// Loads the graph on the CPU, compares it with the manifest and runs the examples.
    ///
    /// @return what the graph says of itself
    public OnnxGraph verify() throws ModelPackageException {
        return Verification.of(this);
    }

    private byte[] file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private void requireEntry(String name) throws InvalidManifest {
        if (!files.containsKey(name)) {
            throw new InvalidManifest(List.of(Finding.of("", "the package has no " + name + " at its top")));
        }
    }

    private void checkExamples() throws InvalidManifest {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < manifest.examples().size(); i++) {
            String input = manifest.examples().get(i).input();
            if (!files.containsKey(input)) {
                findings.add(Finding.of("/examples/" + i + "/input", "the package has no entry '" + input + "'"));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidManifest(findings);
        }
    }

    private static String text(byte[] bytes) throws InvalidManifest {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidManifest(List.of(Finding.of("", "model.yaml is not UTF-8 text")));
        }
    }
}
