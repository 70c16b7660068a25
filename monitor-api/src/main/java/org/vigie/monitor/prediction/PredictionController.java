package org.vigie.monitor.prediction;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.monitor.delivery.DeliveryFormat;
import org.vigie.monitor.platform.Cursor;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.platform.Spool;
import org.vigie.monitor.platform.VigieSettings;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Sites;

/// Predictions in bulk: in from products that Vigie does not run, out for everybody's own analysis.
@Controller("/api/v1/predictions")
@ExecuteOn(TaskExecutors.BLOCKING)
class PredictionController {

    private static final Logger LOG = LoggerFactory.getLogger(PredictionController.class);
    private static final int PIPE = 1 << 16;

    private final PredictionImport predictionImport;
    private final PredictionReader reader;
    private final Sites sites;
    private final Spool spool;
    private final VigieSettings settings;

    PredictionController(
            PredictionImport predictionImport,
            PredictionReader reader,
            Sites sites,
            Spool spool,
            VigieSettings settings) {
        this.predictionImport = predictionImport;
        this.reader = reader;
        this.sites = sites;
        this.spool = spool;
        this.settings = settings;
    }

    /// Takes predictions in, one JSON object a line.
    @Post(consumes = "application/x-ndjson")
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER})
    PredictionImport.Accepted takeNdjson(@Body InputStream body) throws IOException {
        return take(body, DeliveryFormat.NDJSON);
    }

    /// Takes predictions in, with a header line.
    @Post(consumes = MediaType.TEXT_CSV)
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER})
    PredictionImport.Accepted takeCsv(@Body InputStream body) throws IOException {
        return take(body, DeliveryFormat.CSV);
    }

    private PredictionImport.Accepted take(InputStream body, DeliveryFormat format) throws IOException {
        Path file = spool.receive(body, settings.maxUploadBytes());
        try {
            return predictionImport.take(file, format);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Predictions of studies acquired in a window: pages, newest first; or, for `Accept: text/csv`, all as one table,
    /// oldest first.
    @Get(produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER, Roles.QUALITY})
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PredictionReader.LinePage.class)),
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string"))
            })
    HttpResponse<?> list(
            @Nullable @QueryValue String model,
            @Nullable @QueryValue String version,
            @Nullable @QueryValue String site,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @QueryValue(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @Nullable @QueryValue String cursor,
            HttpHeaders headers)
            throws IOException {
        ZoneId zone = sites.zone(site);
        var filter = new PredictionReader.Filter(
                model,
                version,
                site,
                Moments.parseOrStartOfDayIfGiven("from", from, zone),
                Moments.parseOrStartOfDayIfGiven("to", to, zone));
        if (headers.accept().stream().anyMatch(MediaType.TEXT_CSV_TYPE::equals)) {
            return HttpResponse.ok(table(filter)).contentType(MediaType.TEXT_CSV_TYPE);
        }
        return HttpResponse.ok(reader.list(filter, limit, Cursor.parse(cursor)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private StreamedFile table(PredictionReader.Filter filter) throws IOException {
        var in = new PipedInputStream(PIPE);
        var out = new PipedOutputStream(in);
        Thread.ofVirtual().name("export-predictions").start(() -> write(filter, out));
        return new StreamedFile(in, MediaType.TEXT_CSV_TYPE).attach("predictions.csv");
    }

    /// Closes the pipe only at the very end: a reader who finds its other end dead knows that rows are missing.
    private void write(PredictionReader.Filter filter, PipedOutputStream out) {
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            reader.writeCsv(filter, writer);
            writer.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("An export of predictions ended early: {}", e.toString());
        }
    }
}
