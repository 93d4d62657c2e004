package io.falconet.dashboard.page;

import com.vaadin.flow.component.Component;

/** Work that may wait until the reader sees the page. */
public final class Later {
    private Later() {}

    /** Does it as soon as the browser has drawn what it was sent, in the page's own turn; never if the component goes before. */
    public static void run(Component component, Runnable work) {
        component
                .getElement()
                .executeJs("return new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn, 0)))")
                .then(drawn -> work.run());
    }
}
