package io.falconet.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.people.AuditEntry;
import io.falconet.results.people.AuditLog;
import io.falconet.results.people.Role;
import io.falconet.space.study.StudyDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What readers do to studies: make, clone, promote, pause, queue and cancel them, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Chromium chromium;
    private House house;
    private String address;
    private Path data;
    private ResultsDb db;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        chromium = Chromium.start();
        data = Files.createDirectory(folder.resolve("boards"));
        try (ResultsDb store = ResultsDb.openFolder(folder)) {
            new StudyFixture(store, "demo", Instant.now().minusSeconds(1800)).finished();
        }
        house = House.open(folder);
        address = house.address();
        db = house.db();
    }

    @AfterAll
    void stop() {
        if (house != null) {
            house.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        page = chromium.window(1280, 900);
        SignIn.as(page, house, House.name(Role.OPERATOR));
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void aStudyIsMadeByFormAndQueued() throws IOException {
        page.navigate(address);
        page.getByText("New study").click();
        assertThat(page).hasURL(address + "new-study");
        assertThat(field("Data: a folder or a file on the server")).isVisible();
        type("Name", "boards");
        type("Epochs", "12");
        type("Parameters at most", "2.5M");
        type("Data: a folder or a file on the server", data.toString());
        assertThat(page.locator(".problems")).containsText("Nothing is wrong with it.");
        assertThat(file()).hasValue(Pattern.compile("epochs: 12"));

        Download download =
                page.waitForDownload(() -> page.getByText("Download the file").click());
        assertThat(download.suggestedFilename()).isEqualTo("boards.yaml");
        assertThat(StudyDraft.of(Files.readString(download.path())).find("limits", "parameters"))
                .contains("2.5M");

        queueButton().click();
        assertThat(page).hasURL(address + "study/boards");
        assertThat(page.locator(".study-header")).containsText("queued");
        StudyRecord queued = db.studies().find("boards").orElseThrow();
        assertThat(queued.state()).isEqualTo(StudyState.QUEUED);
        assertThat(StudyDraft.of(queued.specYaml()).find("fidelity", "epochs")).contains(12);

        page.navigate(address + "new-study?from=boards");
        assertThat(field("Name")).hasValue("boards-2");
        type("Name", "boards");
        assertThat(page.locator(".problems")).containsText("found a study boards already. Maybe boards-2.");
        assertThat(queueButton()).isDisabled();
    }

    @Test
    void theFormShowsWhatTheFileSaysAndTheFileWhatIsWrong() {
        page.navigate(address + "new-study");
        file().fill("name: my boards\nspace: small-objects\ntrials: many\n");
        assertThat(field("Name")).hasValue("my boards");
        assertThat(page.locator(".problems li")).containsText(new String[] {"data", "objectives", "fidelity"});
        assertThat(page.locator(".problems")).containsText("Maybe my-boards.");
        assertThat(queueButton()).isDisabled();

        file().fill("name: [boards");
        assertThat(page.locator(".problems")).containsText("This cannot be read as yaml");
        assertThat(field("Name")).isDisabled();

        file().fill("name: boards\ntrials: 20\nspace: small-objects\nchoices: {input: [320]}\n");
        assertThat(field("Trials")).hasValue("20");
        page.getByText("Narrow the space").click();
        assertThat(page.locator("vaadin-multi-select-combo-box-chip:visible").first())
                .hasText("320");
    }

    @Test
    void aStudyIsClonedAndATrialTrainedInFull() {
        page.navigate(address + "study/demo");
        page.getByText("Clone").click();
        assertThat(field("Name")).hasValue("demo-2");
        assertThat(page.locator(".problems")).containsText("data.train needs a file, found none at");

        page.navigate(address + "study/demo/trial/4");
        page.getByText("Train it in full").click();
        assertThat(page).hasURL(address + "new-study?promote=demo%3A4");
        assertThat(field("Name")).hasValue("demo-4-full");
        assertThat(field("Epochs")).hasValue("80");
        assertThat(field("Trials")).hasValue("1");
    }

    @Test
    void whatIsNotThereCannotBeBegunWith() {
        for (String asked : List.of("from=nobody", "promote=demo:99", "promote=nonsense")) {
            page.navigate(address + "new-study?" + asked);
            assertThat(page.locator(".empty")).containsText("to begin with");
        }
    }

    @Test
    void aRunningStudyIsPausedQueuedAndCancelled() {
        new StudyFixture(db, "acted-on", Instant.now().minusSeconds(60)).begin();
        page.navigate(address + "study/acted-on");
        button("Pause").click();
        awaitState(StudyState.PAUSED);
        assertThat(page.locator(".study-header")).containsText("paused");
        assertThat(button("Pause")).not().isVisible();

        button("Queue").click();
        awaitState(StudyState.QUEUED);
        button("Cancel").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Let it be"))
                .click();
        assertThat(db.studies().find("acted-on").orElseThrow().state()).isEqualTo(StudyState.QUEUED);
        button("Cancel").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel the study"))
                .click();
        awaitState(StudyState.CANCELLED);
        assertThat(page.locator(".study-header")).containsText("cancelled");
        assertThat(new AuditLog(db).page(0, 10))
                .extracting(AuditEntry::who, AuditEntry::what, AuditEntry::about)
                .contains(
                        tuple("operator", "cancelled a study", "acted-on"),
                        tuple("operator", "paused a study", "acted-on"));
        assertThat(button("Queue")).not().isVisible();
    }

    @Test
    void aViewerIsOfferedNothingToDo() {
        page.context().close();
        page = chromium.window(1280, 900);
        SignIn.as(page, house, House.name(Role.VIEWER));
        for (String each : List.of("", "study/demo", "study/demo/trial/4")) {
            page.navigate(address + each);
            assertThat(page.locator("h1")).isVisible();
            for (String offer : List.of("New study", "Clone", "Cancel", "Train it in full")) {
                assertThat(page.getByText(offer, new Page.GetByTextOptions().setExact(true)))
                        .not()
                        .isVisible();
            }
        }
    }

    private void awaitState(StudyState state) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        db.studies().find("acted-on").orElseThrow().state())
                .isEqualTo(state));
    }

    private void type(String label, String text) {
        field(label).fill(text);
        field(label).press("Tab");
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .and(page.locator("input"));
    }

    private Locator file() {
        return page.locator(".study-text textarea");
    }

    private Locator button(String name) {
        return page.locator(".actions")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator queueButton() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Queue the study"));
    }
}
