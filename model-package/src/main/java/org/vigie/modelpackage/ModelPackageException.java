package org.vigie.modelpackage;

import java.util.List;
import java.util.stream.Collectors;

/// A model package that cannot be accepted, with every reason found.
///
/// The slug is that of the problem page of the API: `docs/problems/<slug>.md`.
public abstract sealed class ModelPackageException extends Exception {

    private static final long serialVersionUID = 1;

    private final String slug;
    private final transient List<Finding> findings;

    private ModelPackageException(String slug, List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        this.slug = slug;
        this.findings = List.copyOf(findings);
    }

    public String slug() {
        return slug;
    }

    public List<Finding> findings() {
        return findings;
    }

    /// `model.yaml` is missing, is not YAML, has unknown keys or values that mean nothing.
    public static final class InvalidManifest extends ModelPackageException {
        private static final long serialVersionUID = 1;

        InvalidManifest(List<Finding> findings) {
            super("invalid-manifest", findings);
        }
    }

    /// The archive could write outside its folder, is not what its own directory says, or is damaged.
    public static final class UnsafeArchive extends ModelPackageException {
        private static final long serialVersionUID = 1;

        UnsafeArchive(String entry, String detail) {
            super("unsafe-archive", List.of(Finding.of(entry, detail)));
        }
    }

    /// More entries or bytes than allowed.
    public static final class PackageTooLarge extends ModelPackageException {
        private static final long serialVersionUID = 1;

        PackageTooLarge(String entry, String detail) {
            super("too-large", List.of(Finding.of(entry, detail)));
        }
    }

    /// ONNX Runtime does not accept the graph.
    public static final class OnnxDoesNotLoad extends ModelPackageException {
        private static final long serialVersionUID = 1;

        OnnxDoesNotLoad(String detail) {
            super("onnx-does-not-load", List.of(Finding.of("model.onnx", detail)));
        }
    }

    /// The graph loads, but is not the one that the manifest describes.
    public static final class OnnxContradictsManifest extends ModelPackageException {
        private static final long serialVersionUID = 1;

        OnnxContradictsManifest(List<Finding> findings) {
            super("onnx-contradicts-manifest", findings);
        }
    }

    /// The model does not give what the package's own examples promise.
    public static final class ExampleMismatch extends ModelPackageException {
        private static final long serialVersionUID = 1;

        ExampleMismatch(List<Finding> findings) {
            super("example-mismatch", findings);
        }
    }
}
