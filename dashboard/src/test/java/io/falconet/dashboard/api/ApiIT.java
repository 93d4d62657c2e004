package io.falconet.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.dashboard.House;
import io.falconet.dashboard.StudyFixture;
import io.falconet.results.ResultsDb;
import io.falconet.results.people.AccountStore;
import io.falconet.results.people.ApiToken;
import io.falconet.results.people.Role;
import io.falconet.results.people.TokenStore;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call of the API by everybody and by nobody, and what else programs may try. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARTIFACT = "/api/v1/studies/demo/trials/4/artifacts/model.onnx";

    /** Every call that there is, with an example, and the schema of its answer. */
    private static final Map<String, Call> CALLS = calls();

    private House house;
    private final Map<Role, String> tokens = new LinkedHashMap<>();

    private record Call(String example, int status, String schema) {}

    private static Map<String, Call> calls() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("/api/v1/studies", new Call("/api/v1/studies", 200, "Studies"));
        calls.put("/api/v1/studies/{study}", new Call("/api/v1/studies/demo", 200, "WholeStudy"));
        calls.put("/api/v1/studies/{study}/front", new Call("/api/v1/studies/demo/front", 200, "Front"));
        calls.put(
                "/api/v1/studies/{study}/trials",
                new Call("/api/v1/studies/demo/trials?state=EVALUATED&limit=5", 200, "Trials"));
        calls.put(
                "/api/v1/studies/{study}/trials/{number}",
                new Call("/api/v1/studies/demo/trials/4", 200, "WholeTrial"));
        calls.put("/api/v1/studies/{study}/trials/{number}/artifacts/{artifact}", new Call(ARTIFACT, 200, ""));
        calls.put("/api/v1/devices", new Call("/api/v1/devices", 200, "Devices"));
        calls.put("/api/v1/openapi.json", new Call("/api/v1/openapi.json", 200, ""));
        calls.put("/api/**", new Call("/api/v1/nothing", 404, "Problem"));
        return calls;
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            new StudyFixture(db, "demo", Instant.now().minusSeconds(1800)).finished();
        }
        house = House.open(folder);
        for (Role role : Role.values()) {
            tokens.put(role, house.token(role, "table"));
        }
    }

    @AfterAll
    void stop() {
        house.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return house.get(path, "Authorization", "Bearer " + tokens.get(Role.VIEWER));
    }

    private JsonNode answer(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    static Stream<Arguments> everyCall() {
        return CALLS.entrySet().stream().map(call -> Arguments.of(call.getKey(), call.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCall")
    void everyCallByEveryRoleAndByNobody(String pattern, Call call) throws Exception {
        for (Role role : Role.values()) {
            HttpResponse<String> answer = house.get(call.example(), "Authorization", "Bearer " + tokens.get(role));
            assertThat(answer.statusCode()).as(role + ": " + answer.body()).isEqualTo(call.status());
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertRefused(house.get(call.example()));
        assertRefused(house.get(call.example(), "Authorization", "Bearer falconet_guessed"));
        assertRefused(house.get(call.example(), "Authorization", "Basic YWRtaW46YWRtaW4="));
        assertRefused(house.get(call.example(), "Cookie", house.session(Role.ADMIN)));
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            HttpResponse<String> answer =
                    house.send(house.request(call.example(), "Authorization", "Bearer " + tokens.get(Role.ADMIN))
                            .method(method, HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
        }
    }

    private static void assertRefused(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"falconet\"");
        assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains("Expected", "Maybe");
    }

    @Test
    void thereIsNoCallBesideTheTable() {
        Set<String> mapped = new TreeSet<>();
        house.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapped.addAll(mapping.getPatternValues()));
        mapped.remove("/error");
        assertThat(mapped).isEqualTo(new TreeSet<>(CALLS.keySet()));
    }

    @Test
    void theDescriptionNamesEveryCallAndEveryFieldOfItsAnswer() throws Exception {
        JsonNode description = answer("/api/v1/openapi.json");
        assertThat(description.get("openapi").asText()).startsWith("3.1");
        Set<String> described = new TreeSet<>();
        description.get("paths").fieldNames().forEachRemaining(described::add);
        Set<String> calls = new TreeSet<>(CALLS.keySet());
        calls.remove("/api/**");
        assertThat(described).isEqualTo(calls);
        Schemas schemas = new Schemas(description);
        for (Call call : CALLS.values()) {
            if (!call.schema().isEmpty()) {
                schemas.assertFits(call.schema(), answer(call.example()));
            }
        }
        schemas.assertFits("WholeTrial", answer("/api/v1/studies/demo/trials/11"));
        schemas.assertFits("WholeTrial", answer("/api/v1/studies/demo/trials/23"));
    }

    @Test
    void trialsComePageByPage() throws Exception {
        JsonNode first = answer("/api/v1/studies/demo/trials?limit=20");
        assertThat(first.get("trials")).hasSize(20);
        assertThat(first.get("next").asInt()).isEqualTo(19);
        assertThat(get("/api/v1/studies/demo/trials?limit=20").headers().firstValue("Link"))
                .contains("</api/v1/studies/demo/trials?after=19>; rel=\"next\"");
        JsonNode second = answer("/api/v1/studies/demo/trials?limit=20&after=19");
        assertThat(second.get("trials")).hasSize(10);
        assertThat(second.get("next").isNull()).isTrue();
        JsonNode failed = answer("/api/v1/studies/demo/trials?state=failed").get("trials");
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).get("reason").asText()).contains("NaN");
        JsonNode best = answer("/api/v1/studies/demo/trials/4").get("trial");
        assertThat(best.get("metrics").get("map50-95").asDouble()).isBetween(0.0, 1.0);
        assertThat(best.get("latency").get("medianNanos").asLong()).isPositive();
    }

    @Test
    void trialsComeAsATableToo() throws Exception {
        HttpResponse<String> answer = get("/api/v1/studies/demo/trials?format=csv&limit=3");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body().lines()).hasSize(4);
        assertThat(answer.body()).startsWith("number,state,proposed,finished,epochs,map50-95,");
    }

    @Test
    void filesComeWholeUnderAHarmlessName() throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        house.request(ARTIFACT, "Authorization", "Bearer " + tokens.get(Role.VIEWER))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.body()).isEqualTo(StudyFixture.onnx(4));
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"demo-4-model.onnx\"");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void whatIsWrongIsToldAndNothingOfTheServer() throws Exception {
        Map<String, Integer> wrong = new LinkedHashMap<>();
        wrong.put("/api/v1/studies/nobody", 404);
        wrong.put("/api/v1/studies/demo/trials/999", 404);
        wrong.put("/api/v1/studies/demo/trials/4/artifacts/nothing", 404);
        wrong.put("/api/v1/studies/demo/trials/four", 400);
        wrong.put("/api/v1/studies/demo/trials/99999999999", 400);
        wrong.put("/api/v1/studies/demo/trials?limit=0", 400);
        wrong.put("/api/v1/studies/demo/trials?limit=1001", 400);
        wrong.put("/api/v1/studies/demo/trials?after=-2", 400);
        wrong.put("/api/v1/studies/demo/trials?state=DONE", 400);
        wrong.put("/api/v1/studies/demo/trials?state=%27%20OR%201%3D1--", 400);
        wrong.put("/api/v1/studies/demo/trials?format=xml", 400);
        wrong.put("/api/v1/studies/%27%20OR%20%271%27%3D%271", 404);
        wrong.put("/api/v1/studies/%3Cscript%3E", 404);
        for (Map.Entry<String, Integer> each : wrong.entrySet()) {
            HttpResponse<String> answer = get(each.getKey());
            assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(each.getValue());
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(each.getKey())
                    .startsWith("application/problem+json");
            assertThat(JSON.readTree(answer.body()).get("detail").asText())
                    .as(each.getKey())
                    .contains("Expected", "found", "Maybe")
                    .doesNotContain("Exception", "/tmp");
        }
    }

    @Test
    void pathsThatLeaveTheirPlaceAreRefused() throws Exception {
        for (String path : List.of(
                "/api/v1/studies/demo/trials/4/artifacts/..%2f..%2fetc%2fpasswd",
                "/api/v1/studies/demo/trials/4/artifacts/%2e%2e/%2e%2e/etc/passwd",
                "/api/v1/studies/demo/trials/4/artifacts/..%5c..%5cetc",
                "/api/v1/studies/demo/trials/4/artifacts/%00",
                "/api/v1/studies/..;/studies",
                "/api//v1/studies",
                "/api/v1/studies/%252e%252e%252f")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("root:");
        }
    }

    @Test
    void aTokenEndsWithItsOwner() throws Exception {
        house.admit("leaver", Role.OPERATOR);
        new TokenStore(house.db()).add(new ApiToken("leaver", "t", Role.OPERATOR, Instant.now()), "falconet_leaver");
        assertThat(house.get("/api/v1/studies", "Authorization", "Bearer falconet_leaver")
                        .statusCode())
                .isEqualTo(200);
        new AccountStore(house.db()).disable("leaver", Instant.now());
        assertRefused(house.get("/api/v1/studies", "Authorization", "Bearer falconet_leaver"));
    }
}
