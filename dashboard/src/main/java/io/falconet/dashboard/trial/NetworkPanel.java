package io.falconet.dashboard.trial;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.falconet.dashboard.page.Legend;
import io.falconet.dashboard.page.Legend.Mark;
import io.falconet.dashboard.page.Panel;
import io.falconet.space.graph.Network;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The network as a drawing whose parts open when clicked: stages, then blocks, then layers. */
final class NetworkPanel extends Div {
    private static final long serialVersionUID = 1;
    private static final Map<Integer, String> DEPTHS = Map.of(1, "roles", 2, "stages", 3, "blocks", 99, "layers");
    private static final String SCOPE = "event.target.closest('[data-scope]')?.dataset.scope ?? ''";

    private final transient Network network;
    private final transient Set<String> opened = new LinkedHashSet<>();
    private final Select<Integer> depth = new Select<>();
    private final Div openScopes = new Div();
    private final Div canvas = new Div();

    NetworkPanel(Network network) {
        this.network = network;
        depth.setItems(List.of(1, 2, 3, 99));
        depth.setItemLabelGenerator(DEPTHS::get);
        depth.setAriaLabel("What a box stands for");
        depth.addThemeName("small");
        depth.addClassName("axis");
        depth.setValue(2);
        depth.addValueChangeListener(changed -> {
            opened.clear();
            draw();
            showStart();
        });
        canvas.addClassName("canvas");
        canvas.getElement()
                .addEventListener("click", event -> open(event.getEventData().getString(SCOPE)))
                .addEventData(SCOPE);
        canvas.getElement()
                .addEventListener("keydown", event -> open(event.getEventData().getString(SCOPE)))
                .addEventData(SCOPE)
                .setFilter("event.key === 'Enter' || event.key === ' '");
        openScopes.addClassName("open-scopes");
        Legend legend = new Legend()
                .with(Mark.SQUARE, Drawing.colour("backbone"), "backbone")
                .with(Mark.SQUARE, Drawing.colour("neck"), "neck")
                .with(Mark.SQUARE, Drawing.colour("head"), "head")
                .with("bar: share of MACs · click a box to open it");
        add(new Panel(new Span("Network"), legend, openScopes, canvas).with(new Span("drawn by"), depth));
        draw();
        showStart();
    }

    /** Scrolls a drawing wider than the page to where the network begins. */
    private void showStart() {
        canvas.getElement()
                .executeJs(
                        """
                        const start = this.querySelector('.part').getBoundingClientRect();
                        const page = this.getBoundingClientRect();
                        this.scrollLeft += start.left + start.width / 2 - page.left - page.width / 2;
                        this.scrollTop = 0;
                        """);
    }

    private void open(String scope) {
        if (!scope.isEmpty() && opened.add(scope)) {
            draw();
        }
    }

    private void draw() {
        Outline outline = Outline.of(network, depth.getValue(), opened);
        canvas.removeAll();
        canvas.add(new Html("<div>" + Drawing.svg(outline) + "</div>"));
        openScopes.removeAll();
        for (String scope : opened) {
            Button close = new Button(scope + "  ✕", click -> {
                opened.removeIf(other -> other.equals(scope) || other.startsWith(scope + "."));
                draw();
            });
            close.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            close.setAriaLabel("Close " + scope);
            openScopes.add(close);
        }
        openScopes.setVisible(!opened.isEmpty());
    }
}
