package io.falconet.dashboard.page;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The addresses of the pages, relative to the application's root. */
public final class Places {
    /** The list of studies. */
    public static final String STUDIES = "";
    /** The list of devices. */
    public static final String DEVICES = "devices";
    /** The page on which a study is made. */
    public static final String NEW_STUDY = "new-study";
    /** The study whose file a new one begins with. */
    public static final String FROM = "from";
    /** The trial whose network a new study trains in full, as {@code study:number}. */
    public static final String PROMOTED = "promote";
    /** Who may come in, for admins. */
    public static final String PEOPLE = "people";
    /** The reader's own password and tokens. */
    public static final String ACCOUNT = "account";
    /** Where one signs in. */
    public static final String LOGIN = "login";
    /** Where a link for setup leads. */
    public static final String SETUP = "setup";
    /** Where all other links lead that let in once. */
    public static final String JOIN = "join";
    /** A study's page. */
    public static final String STUDY = "study/:" + Places.STUDY_NAME;
    /** A trial's page. */
    public static final String TRIAL = "study/:" + Places.STUDY_NAME + "/trial/:" + Places.TRIAL_NUMBER;

    /** Some trials of a study side by side; which, its parameter {@value #TRIALS} says. */
    public static final String COMPARE = "study/:" + Places.STUDY_NAME + "/compare";
    /** The parameter that names the trials to compare: their numbers, with commas between. */
    public static final String TRIALS = "trials";

    private static final String STUDY_NAME = "study";
    private static final String TRIAL_NUMBER = "number";

    private Places() {}

    /** Which study an address asks for. */
    public static String study(RouteParameters parameters) {
        return parameters.get(STUDY_NAME).orElse("");
    }

    /** Which trial an address asks for; −1 where it is no number. */
    public static int trial(RouteParameters parameters) {
        return parameters
                .get(TRIAL_NUMBER)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(-1);
    }

    /** The parameters of a study's page. */
    public static RouteParameters of(String study) {
        return new RouteParameters(STUDY_NAME, study);
    }

    /** The parameters of a trial's page. */
    public static RouteParameters of(String study, int trial) {
        return new RouteParameters(Map.of(STUDY_NAME, study, TRIAL_NUMBER, Integer.toString(trial)));
    }

    /** The address of a study's page, to link to. */
    public static String link(String study) {
        return "study/" + encoded(study);
    }

    /** The address of a trial's page, to link to. */
    public static String link(String study, int trial) {
        return link(study) + "/trial/" + trial;
    }

    /** The address of a new study with the file of another, to link to. */
    public static String cloneOf(String study) {
        return NEW_STUDY + "?" + FROM + "=" + encoded(study);
    }

    /** The address of a new study that trains a trial's network in full, to link to. */
    public static String promotionOf(String study, int trial) {
        return NEW_STUDY + "?" + PROMOTED + "=" + encoded(study + ":" + trial);
    }

    /** The address of a page with trials of a study side by side, to link to: two to four, the first is what others are held against. */
    public static String compare(String study, List<Integer> trials) {
        return link(study) + "/compare?" + TRIALS + "=" + joined(trials);
    }

    /** The parameters of such a page. */
    public static QueryParameters trials(List<Integer> trials) {
        return QueryParameters.of(TRIALS, joined(trials));
    }

    private static String joined(List<Integer> trials) {
        return trials.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
