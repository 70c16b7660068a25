package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.demo.phantom.Hospital;
import org.vigie.demo.phantom.Schedule;
import org.vigie.demo.training.ModelTrainer;
import org.vigie.demo.training.TrainedModel;
import org.vigie.modelpackage.ModelPackage;
import org.vigie.modelpackage.ModelPackageException;

/// Tells the service of the sites, the versions and their roles, and what the hospital decided.
final class Registration {
    private static final int CREATED = 201;

    private final VigieClient admin;
    private final Terminal terminal;

    private Registration(VigieClient admin, Terminal terminal) {
        this.admin = admin;
        this.terminal = terminal;
    }

    static void apply(VigieClient admin, List<TrainedModel> models, DemoOptions options, Terminal terminal)
            throws IOException, InterruptedException, ProblemException, DemoException {
        Registration registration = new Registration(admin, terminal);
        terminal.step("Sites, versions, roles, policy");
        registration.site(Hospital.LYON, "Hôpital de Lyon", "Europe/Paris");
        registration.site(Hospital.GENEVE, "Hôpital de Genève", "Europe/Zurich");
        for (TrainedModel model : models) {
            registration.version(model);
        }
        for (String site : Hospital.SITES) {
            registration.role(site, ModelTrainer.CHAMPION, "CHAMPION", "In clinical use before the history begins");
            registration.role(site, ModelTrainer.BETTER, "CANDIDATE", "Has seen the upgraded room");
            registration.role(site, ModelTrainer.WORSE, "CANDIDATE", "Trained on few cases");
        }
        registration.policy();
    }

    private void site(String code, String name, String zone)
            throws IOException, InterruptedException, ProblemException {
        admin.send(Call.put("/sites" + Call.path(code))
                .json(Json.object().put("name", name).put("zone", zone)));
    }

    private void version(TrainedModel model) throws IOException, InterruptedException, ProblemException, DemoException {
        byte[] zip;
        try {
            zip = ModelPackage.open(model.folder()).toZip();
        } catch (ModelPackageException e) {
            throw new DemoException("%s is not a model package".formatted(model.folder()), e);
        }
        var answer = admin.send(Call.post("/models/versions")
                .body("application/zip", BodyPublishers.ofByteArray(zip))
                .asRepeatable());
        terminal.detail("%s %s %s".formatted(ModelTrainer.MODEL, model.version(), made(answer.status(), "registered")));
    }

    private void role(String site, String version, String role, String reason)
            throws IOException, InterruptedException, ProblemException {
        String path = "/models" + Call.path(ModelTrainer.MODEL) + "/roles";
        String from = Schedule.monday(0).toString();
        for (JsonNode known : items(admin.json(Call.get(path).with("site", site)))) {
            if (known.path("version").asText().equals(version)
                    && known.path("role").asText().equals(role)) {
                terminal.detail(
                        "%s is %s at %s, reused".formatted(version, role.toLowerCase(java.util.Locale.ROOT), site));
                return;
            }
        }
        admin.send(Call.post(path)
                .json(Json.object()
                        .put("version", version)
                        .put("role", role)
                        .put("site", site)
                        .put("from", from)
                        .put("reason", reason))
                .onceByKey("demo-role-%s-%s-%s".formatted(site, version, role)));
        terminal.detail(
                "%s is %s at %s since %s".formatted(version, role.toLowerCase(java.util.Locale.ROOT), site, from));
    }

    private void policy() throws IOException, InterruptedException, ProblemException {
        var answer = admin.send(Call.post("/models" + Call.path(ModelTrainer.MODEL) + "/policies")
                .body("application/yaml", BodyPublishers.ofString(policyText()))
                .asRepeatable());
        terminal.detail("policy %s".formatted(made(answer.status(), "applied")));
    }

    static String policyText() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                Registration.class.getResourceAsStream("/demo-policy.yaml"), "demo-policy.yaml is not in the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Lists come as a page or as a plain array.
    static Iterable<JsonNode> items(JsonNode list) {
        return list.isArray() ? list : list.path("items");
    }

    private static String made(int status, String word) {
        return status == CREATED ? word : "reused";
    }
}
