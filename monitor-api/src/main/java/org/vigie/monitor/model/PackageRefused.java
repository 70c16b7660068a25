package org.vigie.monitor.model;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.vigie.modelpackage.Finding;
import org.vigie.modelpackage.ModelPackageException;
import org.vigie.monitor.problem.Problem;
import org.vigie.monitor.problem.ProblemException;

/// A model package that cannot be accepted, with every reason found.
final class PackageRefused extends ProblemException {

    private static final long serialVersionUID = 1;

    PackageRefused(ModelPackageException cause) {
        super(
                status(cause),
                cause.slug(),
                title(cause),
                String.valueOf(cause.getMessage()),
                cause.findings().stream().map(PackageRefused::error).toList(),
                Map.of());
    }

    private PackageRefused(String detail, List<Problem.FieldError> errors) {
        super(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-manifest", INVALID_MANIFEST, detail, errors, Map.of());
    }

    private static final String INVALID_MANIFEST = "The manifest is invalid";

    /// The manifest itself is sound, but not for this service.
    static PackageRefused manifest(String pointer, String detail) {
        return new PackageRefused(pointer + ": " + detail, List.of(Problem.FieldError.at(pointer, detail)));
    }

    private static HttpStatus status(ModelPackageException cause) {
        return cause instanceof ModelPackageException.PackageTooLarge
                ? HttpStatus.REQUEST_ENTITY_TOO_LARGE
                : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    private static String title(ModelPackageException cause) {
        return switch (cause) {
            case ModelPackageException.InvalidManifest _ -> INVALID_MANIFEST;
            case ModelPackageException.UnsafeArchive _ -> "The archive is unsafe";
            case ModelPackageException.PackageTooLarge _ -> "The body is too large";
            case ModelPackageException.OnnxDoesNotLoad _ -> "The ONNX graph does not load";
            case ModelPackageException.OnnxContradictsManifest _ ->
                "The ONNX graph is not the one the manifest describes";
            case ModelPackageException.ExampleMismatch _ -> "The model does not give what its examples promise";
        };
    }

    private static Problem.FieldError error(Finding finding) {
        return new Problem.FieldError(finding.pointer(), finding.line(), null, finding.detail());
    }
}
