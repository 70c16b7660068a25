package org.vigie.monitor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;
import org.vigie.monitor.TinyModel;

class RegisterVersionTest {

    private final TestService service = TestService.shared();
    private final String model = "tiny-" + UUID.randomUUID();

    @Test
    void aPackageBecomesAVersion() {
        TestResponse response = register(TinyModel.zip(model, "1.0.0"));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json())
                .containsEntry("model", model)
                .containsEntry("version", "1.0.0")
                .containsEntry("target", "nodule")
                .containsEntry("threshold", 0.5)
                .containsEntry("opset", 17)
                .containsEntry("registeredBy", "admin-token");
        assertThat(service.token("admin")
                        .get("/models/" + model + "/versions/1.0.0")
                        .json())
                .isEqualTo(response.json());
        assertThat(service.signedIn("clinician").get("/models/" + model).json())
                .containsEntry("task", "binary-classification")
                .containsEntry("versions", List.of(response.json()));
    }

    @Test
    void thePackageCanBeHadBack() throws Exception {
        Map<String, Object> version = register(TinyModel.zip(model, "1.0.0")).json();

        TestResponse zip = service.token("runner").get("/models/" + model + "/versions/1.0.0/package");

        assertThat(zip.header("Content-Type")).hasValue("application/zip");
        var again =
                org.vigie.modelpackage.ModelPackage.fromZip(zip.bytes(), org.vigie.modelpackage.ArchiveLimits.DEFAULT);
        assertThat(again.packageSha256()).isEqualTo(version.get("packageSha256"));
        assertThat(again.onnxSha256()).isEqualTo(version.get("onnxSha256"));
    }

    @Test
    void theSamePackageAgainIsTheSameVersion() {
        TestResponse first = register(TinyModel.zip(model, "1.0.0"));
        TestResponse second = register(TinyModel.zip(model, "1.0.0"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void anotherPackageOfTheSameNameIsRefused() {
        TestResponse first = register(TinyModel.zip(model, "1.0.0"));
        TestResponse second = register(TinyModel.zip(model, "1.0.0", "changed"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("version-exists");
        assertThat(service.token("admin")
                        .get("/models/" + model + "/versions/1.0.0")
                        .json())
                .isEqualTo(first.json());
    }

    @Test
    void manyWhoRegisterTheSameVersionAtOnceGetOneVersion() throws Exception {
        List<Integer> answers = registerAtOnce(8, _ -> "");

        assertThat(answers).containsOnlyOnce(201).contains(200).hasSize(8).doesNotContain(409, 500);
        assertThat(storedVersions()).isOne();
    }

    @Test
    void manyWhoRegisterDifferentPackagesOfOneNameAtOnceLeaveOneVersion() throws Exception {
        List<Integer> answers = registerAtOnce(6, i -> "variant " + i);

        assertThat(answers).containsOnlyOnce(201).contains(409).hasSize(6).doesNotContain(200, 500);
        assertThat(storedVersions()).isOne();
    }

    @Test
    void unknownKeysOfTheManifestAreNamed() {
        String manifest = TinyModel.manifest(model, "1.0.0", "") + "colour: blue\n";

        TestResponse response = register(TinyModel.zip(manifest, TinyModel.onnx(8)));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("invalid-manifest");
        assertThat(response.json().get("errors").toString()).contains("colour").contains("line=");
        assertNothingStored();
    }

    @Test
    void aGraphThatIsNotTheOneDescribedIsRefused() {
        TestResponse response = register(TinyModel.zip(TinyModel.manifest(model, "1.0.0", ""), TinyModel.onnx(16)));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("onnx-contradicts-manifest");
        assertNothingStored();
    }

    @Test
    void bytesThatAreNoGraphAreRefused() {
        byte[] noise = "not a graph".getBytes(StandardCharsets.UTF_8);

        TestResponse response = register(TinyModel.zip(TinyModel.manifest(model, "1.0.0", ""), noise));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("onnx-does-not-load");
        assertNothingStored();
    }

    @Test
    void aVersionWithoutThresholdIsRefused() {
        String manifest = TinyModel.manifest(model, "1.0.0", "").replace("threshold: 0.5\n", "");

        TestResponse response = register(TinyModel.zip(manifest, TinyModel.onnx(8)));

        assertThat(response.problem()).isEqualTo("invalid-manifest");
        assertThat(response.json().get("errors").toString()).contains("/threshold");
        assertNothingStored();
    }

    @Test
    void aVersionForAnotherTargetIsRefused() {
        register(TinyModel.zip(model, "1.0.0"));
        String manifest = TinyModel.manifest(model, "2.0.0", "").replace("nodule", "mass");

        TestResponse response = register(TinyModel.zip(manifest, TinyModel.onnx(8)));

        assertThat(response.problem()).isEqualTo("invalid-manifest");
        assertThat(response.json().get("errors").toString()).contains("/target");
        assertThat(storedVersions()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../model.onnx", "/etc/passwd", "a/../../b", "..\\up"})
    void aZipWhoseNamesLeadOutsideIsRefused(String name) {
        TestResponse response = register(TinyModel.zip(Map.of(
                "model.yaml",
                TinyModel.manifest(model, "1.0.0", "").getBytes(StandardCharsets.UTF_8),
                "model.onnx",
                TinyModel.onnx(8),
                name,
                new byte[] {1})));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("unsafe-archive");
        assertNothingStored();
    }

    @Test
    void whatIsNoZipIsRefused() {
        TestResponse response = register("hello".getBytes(StandardCharsets.UTF_8));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("unsafe-archive");
        assertNothingStored();
    }

    @Test
    void aQualityOfficerCannotRegister() {
        TestResponse response =
                service.signedIn("quality").post("/models/versions", TinyModel.zip(model, "1.0.0"), "application/zip");

        assertThat(response.status()).isEqualTo(403);
        assertNothingStored();
    }

    @Test
    void nothingStaysInTheSpool() throws Exception {
        register("hello".getBytes(StandardCharsets.UTF_8));
        register(TinyModel.zip(model, "1.0.0"));

        try (var files = Files.list(service.dataDirectory().resolve("spool"))) {
            assertThat(files).isEmpty();
        }
    }

    private List<Integer> registerAtOnce(int callers, java.util.function.IntFunction<String> comment) throws Exception {
        var barrier = new CyclicBarrier(callers);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, callers)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        byte[] zip = TinyModel.zip(model, "1.0.0", comment.apply(i));
                        barrier.await();
                        return register(zip).status();
                    })
                    .toList();
            return executor.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }

    private TestResponse register(byte[] zip) {
        return service.token("admin").post("/models/versions", zip, "application/zip");
    }

    private long storedVersions() {
        return service.count("select count(*) from model_version where model = '" + model + "'");
    }

    private void assertNothingStored() {
        assertThat(storedVersions()).isZero();
        assertThat(service.count("select count(*) from model where name = '" + model + "'"))
                .isZero();
    }
}
