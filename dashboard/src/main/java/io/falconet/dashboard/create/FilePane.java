package io.falconet.dashboard.create;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.falconet.dashboard.page.FileNames;
import io.falconet.space.study.StudyDraft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The study file, to be read, changed and taken away, and what is wrong with it. */
final class FilePane extends Div {
    private static final long serialVersionUID = 1;

    private final TextArea file = new TextArea("The study file");
    private final Div problems = new Div();
    private transient volatile StudyDraft draft = StudyDraft.of("");

    /** @param changed told of each text that the reader has written */
    FilePane(Consumer<String> changed) {
        addClassName("study-file");
        file.setValueChangeMode(ValueChangeMode.LAZY);
        file.addClassName("study-text");
        file.getElement().setAttribute("spellcheck", "false");
        file.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(event.getValue());
            }
        });
        problems.addClassName("problems");
        problems.getElement().setAttribute("aria-live", "polite");
        add(file, problems);
    }

    /** Shows a file; what the reader is writing stays as it is. */
    void show(StudyDraft now, List<String> wrong) {
        draft = now;
        if (!file.getValue().equals(now.text())) {
            file.setValue(now.text());
        }
        problems.removeAll();
        if (wrong.isEmpty()) {
            problems.add(new Paragraph("Nothing is wrong with it."));
            return;
        }
        UnorderedList list = new UnorderedList();
        wrong.forEach(problem -> list.add(new ListItem(problem)));
        problems.add(list);
    }

    /** The file as it stands, to take away: {@code falconet search} reads it. */
    Anchor download() {
        DownloadHandler handler = event -> {
            StudyDraft taken = draft;
            String name = taken.find("name").map(String::valueOf).orElse("study");
            event.setFileName(FileNames.safe(name) + ".yaml");
            event.setContentType("application/yaml");
            event.getOutputStream().write(taken.text().getBytes(StandardCharsets.UTF_8));
        };
        return new Anchor(handler, "Download the file");
    }
}
