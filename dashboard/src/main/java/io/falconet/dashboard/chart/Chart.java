package io.falconet.dashboard.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.util.function.Consumer;

/**
 * A chart. What it shows is an ECharts option, built by an {@link Option}; a later option moves the drawing on without a
 * flash. A point that carries a {@code key} can be clicked.
 */
@Tag("falconet-chart")
public final class Chart extends Component implements HasSize, HasStyle {
    private static final long serialVersionUID = 1;

    /**
     * An empty chart.
     *
     * @param description what the chart shows, for those who cannot see it
     */
    public Chart(String description) {
        getElement().setAttribute("role", "img").setAttribute("aria-label", description);
        addClassName("chart");
    }

    /** Shows something else. */
    public void show(ObjectNode option) {
        getElement().setProperty("option", option.toString());
    }

    /** Calls the consumer with the key of each point clicked. */
    public Chart onPoint(Consumer<String> clicked) {
        getElement()
                .addEventListener(
                        "point-click",
                        event -> clicked.accept(event.getEventData().getString("event.detail.key")))
                .addEventData("event.detail.key");
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://webjars/echarts/5.5.0/echarts.min.js");
        attached.getUI().getPage().addJavaScript("context://falconet/chart.js");
    }
}
