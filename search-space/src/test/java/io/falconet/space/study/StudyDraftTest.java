package io.falconet.space.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyDraftTest {
    private static final String TEXT =
            """
            # of my boards
            trials: 30
            name: boards
            device: raspberry
            fidelity: {epochs: 8, images: all, batch: 16}
            mine: 1
            """;

    @Test
    void keysAreReadWhateverElseTheFileSays() {
        StudyDraft draft = StudyDraft.of(TEXT);
        assertThat(draft.text()).isEqualTo(TEXT);
        assertThat(draft.find("name")).contains("boards");
        assertThat(draft.find("fidelity", "epochs")).contains(8);
        assertThat(draft.find("space")).isEmpty();
        assertThat(draft.find("limits", "macs")).isEmpty();
        assertThat(draft.find("trials", "macs")).isEmpty();
    }

    /** The order is that in which studies are written; what no study has stays, so that its author sees what is wrong with it. */
    @Test
    void aKeyIsSetInItsPlace() {
        StudyDraft draft = StudyDraft.of(TEXT).with("small-objects", "space").with(List.of("320"), "choices", "input");
        assertThat(draft.text())
                .isEqualTo(
                        """
                        name: boards
                        space: small-objects
                        choices:
                          input: ['320']
                        trials: 30
                        fidelity: {epochs: 8, images: all, batch: 16}
                        device: raspberry
                        mine: 1
                        """);
        assertThat(StudyDraft.of(draft.text()).find("choices")).contains(Map.of("input", List.of("320")));
    }

    @Test
    void aSectionIsGoneWithItsLastKey() {
        StudyDraft draft = StudyDraft.of("limits: {parameters: 2.5M}\nname: a\n");
        assertThat(draft.without("limits", "parameters").text()).isEqualTo("name: a\n");
        assertThat(draft.without("limits", "macs").find("limits", "parameters")).contains("2.5M");
    }

    /** As a device's and a strategy's do. */
    @Test
    void aNameMayStandAloneUntilSomethingElseIsSaid() {
        StudyDraft draft = StudyDraft.of("device: raspberry\n");
        assertThat(draft.find("device", "name")).contains("raspberry");
        assertThat(draft.find("device", "threads")).isEmpty();
        assertThat(draft.with("local", "device", "name").text()).isEqualTo("device: local\n");
        assertThat(draft.with(2, "device", "threads").text()).isEqualTo("device: {name: raspberry, threads: 2}\n");
    }

    @Test
    void whatIsNoFileOfKeysIsKeptAndCannotBeSet() {
        StudyDraft broken = StudyDraft.of("name: [boards");
        assertThat(broken.readable()).isFalse();
        assertThat(broken.text()).isEqualTo("name: [boards");
        assertThat(broken.find("name")).isEmpty();
        assertThatThrownBy(() -> broken.with("boards", "name")).isInstanceOf(IllegalStateException.class);
        assertThat(StudyDraft.of("a sentence").readable()).isFalse();
        assertThat(StudyDraft.of("").with("boards", "name").text()).isEqualTo("name: boards\n");
    }
}
