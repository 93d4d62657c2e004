package io.falconet.dashboard.device;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.falconet.dashboard.live.LiveFeed;
import io.falconet.dashboard.page.Facts;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Frame;
import io.falconet.dashboard.page.Moment;
import io.falconet.dashboard.page.Places;
import io.falconet.results.MeasuredDevice;
import io.falconet.results.ResultsDb;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The devices on which studies measure: what they are, and how much was measured on each. Their tokens are not read. */
@PermitAll
@Route(value = Places.DEVICES, layout = Frame.class)
@PageTitle("Devices · Falconet")
public final class DeviceListView extends Div {
    private static final long serialVersionUID = 1;

    private final transient ResultsDb db;
    private final transient LiveFeed feed;
    private final Div devices = new Div();
    private transient Registration watching;

    DeviceListView(ResultsDb db, LiveFeed feed) {
        this.db = db;
        this.feed = feed;
        devices.addClassName("cards");
        add(new H1("Devices"), devices);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        watching = feed.watch(
                "devices", () -> List.of(db.studies().version(), db.devices().list()), () -> ui.access(this::refresh));
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watching.remove();
    }

    private void refresh() {
        List<KnownDevice> known = KnownDevice.read(db);
        devices.removeAll();
        known.forEach(device -> devices.add(card(device, Calibration.read(db, device.name()))));
        if (known.stream().allMatch(device -> device.registered().isEmpty())) {
            devices.add(empty());
        }
    }

    private static Component card(KnownDevice device, List<Calibration> calibrations) {
        Div head = new Div(new H2(device.name()), kind(device));
        head.addClassName("card-head");
        Facts facts = new Facts();
        device.machine().ifPresent(machine -> {
            facts.add("processor", machine.processor());
            facts.add("runtime", machine.runtime());
        });
        device.registered().ifPresent(registered -> {
            facts.add("agent", registered.address());
            facts.add("last seen", new Moment(registered.seen()));
        });
        facts.add("trials timed", device.now().map(DeviceListView::trials).orElseGet(() -> new Span("none yet")));
        device.before()
                .forEach(measured -> facts.add(
                        "before",
                        new Span(new Span(measured.processor() + ", " + measured.runtime() + ": "), trials(measured))));
        calibrations.forEach(calibration -> calibrated(facts, calibration));
        if (calibrations.isEmpty()) {
            facts.add("calibrated", "no: its latencies are not foreseen");
        }
        Div card = new Div(head, facts);
        card.addClassNames("card", "device");
        return card;
    }

    /** What latencies are foreseen by. How well, {@code falconet device calibrate} tells: no store keeps it. */
    private static void calibrated(Facts facts, Calibration calibration) {
        facts.add(
                "calibrated",
                new Span(
                        new Span("by %d networks with %s, %d %s, the latest "
                                .formatted(
                                        calibration.networks(),
                                        calibration.device().runtime(),
                                        calibration.device().threads(),
                                        calibration.device().threads() == 1 ? "thread" : "threads")),
                        new Moment(calibration.last())));
        facts.add(
                "noise",
                "± %s %% in the median of these (95 %% interval)%s"
                        .formatted(
                                Figures.digits(100 * calibration.noise()),
                                calibration.disturbed() == 0
                                        ? ""
                                        : "; %d were disturbed".formatted(calibration.disturbed())));
    }

    private static Component kind(KnownDevice device) {
        Span kind = new Span(
                device.local()
                        ? "where trials are trained"
                        : device.registered().isPresent() ? "registered" : "not registered");
        kind.addClassNames("chip", device.registered().isPresent() ? "chip-good" : "chip-quiet");
        return kind;
    }

    private static Span trials(MeasuredDevice measured) {
        return new Span(new Span(measured.trials() + ", the latest "), new Moment(measured.last()));
    }

    private static Component empty() {
        Div empty = new Div(
                new H2("No other device yet"),
                new Paragraph(
                        "Studies measure latency on the machine that evaluates, or on a device where an agent runs:"),
                new Pre("java -jar falconet-agent.jar --listen 0.0.0.0:7373"),
                new Paragraph("Register it by what the agent says at its start, then name it in a study:"),
                new Pre(
                        "./falconet device add raspberry --address HOST:PORT \\\n    --token TOKEN --certificate SHA256"),
                new Pre("device: raspberry"));
        empty.addClassName("empty");
        return empty;
    }
}
