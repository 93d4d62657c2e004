package io.falconet.dashboard.chart;

/**
 * The colours of charts and drawings: those of Okabe and Ito (2008), which people with any common colour vision tell
 * apart. Ink and lines follow the page, light or dark.
 */
public final class Palette {
    public static final String BLUE = "#0072b2";
    public static final String ORANGE = "#e69f00";
    public static final String GREEN = "#009e73";
    public static final String VERMILION = "#d55e00";
    public static final String MUTED = "#9aa5b4";

    /** Replaced in the browser by the page's text colour. */
    public static final String INK = "var:--falconet-ink-2";
    /** Replaced in the browser by the page's line colour. */
    public static final String LINE = "var:--falconet-line";

    private Palette() {}
}
