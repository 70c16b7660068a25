package org.vigie.monitor.study;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.dicom.DicomException;
import org.vigie.monitor.problem.ProblemException;

/// An instance that was not let in, and why.
final class IntakeRefused extends ProblemException {

    private static final long serialVersionUID = 1;

    enum Reason {
        DICOM_UNREADABLE("dicom-unreadable", "The file is not a sound DICOM object"),
        UNSUPPORTED_TRANSFER_SYNTAX(
                "unsupported-transfer-syntax", "The pixels are compressed in a way Vigie cannot read"),
        UNSUPPORTED_PIXEL_FORMAT("unsupported-pixel-format", "The pixels have a form Vigie does not read"),
        NO_PIXEL_DATA("no-pixel-data", "The object has no pixels"),
        BURNED_IN_TEXT("burned-in-text", "The image may carry text in its pixels"),
        MISSING_ATTRIBUTE("missing-attribute", "An attribute that is needed is missing"),
        INSTANCE_DIFFERS("instance-differs", "Another object has the same identity"),
        STUDY_AT_OTHER_SITE("study-at-other-site", "The study belongs to another site");

        private final String slug;
        private final String title;

        Reason(String slug, String title) {
            this.slug = slug;
            this.title = title;
        }

        String slug() {
            return slug;
        }
    }

    private final Reason reason;
    private final long byteOffset;

    IntakeRefused(Reason reason, String detail) {
        this(reason, detail, -1);
    }

    private IntakeRefused(Reason reason, String detail, long byteOffset) {
        super(
                status(reason),
                reason.slug,
                reason.title,
                detail,
                List.of(),
                byteOffset < 0
                        ? Map.of("reason", reason.slug)
                        : Map.of("reason", reason.slug, "byteOffset", byteOffset));
        this.reason = reason;
        this.byteOffset = byteOffset;
    }

    static IntakeRefused of(DicomException cause) {
        Reason reason = switch (cause.reason()) {
            case NOT_DICOM, TRUNCATED, MALFORMED, LIMIT_EXCEEDED -> Reason.DICOM_UNREADABLE;
            case UNSUPPORTED_TRANSFER_SYNTAX -> Reason.UNSUPPORTED_TRANSFER_SYNTAX;
            case UNSUPPORTED_PIXEL_FORMAT -> Reason.UNSUPPORTED_PIXEL_FORMAT;
            case NO_PIXEL_DATA -> Reason.NO_PIXEL_DATA;
            case MISSING_ATTRIBUTE -> Reason.MISSING_ATTRIBUTE;
        };
        return new IntakeRefused(reason, String.valueOf(cause.getMessage()), cause.offset());
    }

    Reason reason() {
        return reason;
    }

    @Nullable
    Long byteOffset() {
        return byteOffset < 0 ? null : byteOffset;
    }

    private static HttpStatus status(Reason reason) {
        return switch (reason) {
            case INSTANCE_DIFFERS, STUDY_AT_OTHER_SITE -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }
}
