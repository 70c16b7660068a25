package org.vigie.monitor.dicomweb;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.dicom.Bytes;
import org.vigie.monitor.audit.Subjects;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.study.InstanceReader;
import org.vigie.monitor.study.InstanceReader.StoredInstance;
import org.vigie.monitor.study.UnknownStudy;

/// Metadata and frames for viewers. All UIDs are pseudonyms.
@Controller("/api/v1/dicomweb/studies/{studyUid}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.FLAGGER, Roles.READER, Roles.ADJUDICATOR, Roles.ML_ENGINEER, Roles.QUALITY, Roles.DPO, Roles.ADMIN})
class WadoController {

    private static final String DICOM_JSON = "application/dicom+json";
    private static final String MULTIPART = "multipart/related";

    /// A file never changes under its UID; only its reader may keep it, and only while signed in.
    private static final String FOR_THIS_BROWSER = "private, max-age=3600";

    private final InstanceReader instances;
    private final StoredObjects objects;

    WadoController(InstanceReader instances, StoredObjects objects) {
        this.instances = instances;
        this.objects = objects;
    }

    @Get("/metadata")
    @Produces({DICOM_JSON, MediaType.APPLICATION_JSON})
    HttpResponse<String> studyMetadata(String studyUid) {
        return metadata(studyUid, instances.ofStudy(studyUid));
    }

    @Get("/series/{seriesUid}/metadata")
    @Produces({DICOM_JSON, MediaType.APPLICATION_JSON})
    HttpResponse<String> seriesMetadata(String studyUid, String seriesUid) {
        return metadata(studyUid, instances.ofSeries(studyUid, seriesUid));
    }

    @Get("/series/{seriesUid}/instances/{sopUid}/metadata")
    @Produces({DICOM_JSON, MediaType.APPLICATION_JSON})
    HttpResponse<String> instanceMetadata(String studyUid, String seriesUid, String sopUid) {
        return metadata(studyUid, List.of(instances.require(studyUid, seriesUid, sopUid)));
    }

    /// One frame as it lies in the file; the part says in which transfer syntax.
    @Get("/series/{seriesUid}/instances/{sopUid}/frames/{number}")
    @Produces({MULTIPART, MediaType.APPLICATION_OCTET_STREAM})
    HttpResponse<byte[]> frame(String studyUid, String seriesUid, String sopUid, int number) {
        StoredInstance instance = instances.require(studyUid, seriesUid, sopUid);
        Subjects.touched(List.of(instance.studyId(), instance.id()));
        Bytes frame = objects.frame(instance, number);
        SinglePart part = SinglePart.of(frame, instance.transferSyntax());
        return HttpResponse.ok(part.body())
                .header(HttpHeaders.CONTENT_TYPE, part.contentType())
                .header(HttpHeaders.CACHE_CONTROL, FOR_THIS_BROWSER);
    }

    private HttpResponse<String> metadata(String studyUid, List<StoredInstance> found) {
        if (found.isEmpty()) {
            throw new UnknownStudy();
        }
        Subjects.touched(found.stream().map(StoredInstance::studyId).distinct().toList());
        String json = found.stream()
                .map(instance -> objects.metadata(instance, uri(studyUid, instance)))
                .collect(Collectors.joining(",", "[", "]"));
        return HttpResponse.ok(json).contentType(DICOM_JSON).header(HttpHeaders.CACHE_CONTROL, FOR_THIS_BROWSER);
    }

    private static String uri(String studyUid, StoredInstance instance) {
        return "/api/v1/dicomweb/studies/%s/series/%s/instances/%s/frames/1"
                .formatted(studyUid, instance.seriesUid(), instance.sopUid());
    }
}
