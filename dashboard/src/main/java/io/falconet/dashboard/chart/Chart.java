package io.falconet.dashboard.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.shared.ui.LoadMode;
import elemental.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /**
     * Asks for what is told of a point when somebody points at it, the first time.
     *
     * @param tips title and lines by the point's key, as {@link Option#tip} writes them; nothing where there is no such point
     */
    public Chart onTip(Function<String, Optional<ObjectNode>> tips) {
        getElement()
                .addEventListener("tip-wanted", event -> {
                    String key = event.getEventData().getString("event.detail.key");
                    tips.apply(key).ifPresent(tip -> getElement().callJsFunction("tell", key, tip.toString()));
                })
                .addEventData("event.detail.key");
        return this;
    }

    /** Told of a part of a plane of two axes. */
    public interface AreaListener {
        /** The ends of a rectangle in the axes' values; left is the least across, top the greatest up. */
        void chosen(double left, double right, double bottom, double top);
    }

    /** Lets readers draw a rectangle over the chart, and tells of it. */
    public Chart onArea(AreaListener chosen) {
        getElement().setAttribute("area", true);
        List<String> ends = Stream.of("left", "right", "bottom", "top")
                .map("event.detail."::concat)
                .toList();
        DomListenerRegistration listener = getElement().addEventListener("area-chosen", event -> {
            JsonObject data = event.getEventData();
            double[] at = ends.stream().mapToDouble(data::getNumber).toArray();
            chosen.chosen(at[0], at[1], at[2], at[3]);
        });
        ends.forEach(listener::addEventData);
        return this;
    }

    /** Told of a part of one of parallel axes. */
    public interface AxisListener {
        /**
         * What was chosen.
         *
         * @param axis the axis' id
         * @param low in the axis' values, or places of categories
         * @param high at least low; both are NaN where nothing of the axis is chosen any more
         */
        void chosen(String axis, double low, double high);
    }

    /** Tells of parts of parallel axes that are chosen. */
    public Chart onAxis(AxisListener chosen) {
        getElement()
                .addEventListener("axis-chosen", event -> {
                    JsonObject data = event.getEventData();
                    boolean some = data.getBoolean("event.detail.some");
                    chosen.chosen(
                            data.getString("event.detail.axis"),
                            some ? data.getNumber("event.detail.low") : Double.NaN,
                            some ? data.getNumber("event.detail.high") : Double.NaN);
                })
                .addEventData("event.detail.axis")
                .addEventData("event.detail.some")
                .addEventData("event.detail.low")
                .addEventData("event.detail.high");
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        // its megabyte must not keep the rest of a page from being painted
        attached.getUI().getPage().addJavaScript("context://webjars/echarts/5.5.0/echarts.min.js", LoadMode.LAZY);
        attached.getUI().getPage().addJavaScript("context://falconet/chart.js");
    }
}
