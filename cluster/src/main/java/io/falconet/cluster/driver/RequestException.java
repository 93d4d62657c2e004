package io.falconet.cluster.driver;

/** The request was wrong: the message tells what was expected, what was found, and a remedy. */
public class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param problem what was expected and what was found
     * @param remedy what may help, a sentence that goes on after "Maybe"
     */
    public RequestException(String problem, String remedy) {
        super(problem + System.lineSeparator() + "Maybe " + remedy);
    }

    /** Passes on what another module found wrong with the request, in its words. */
    public RequestException(String message, Throwable cause) {
        super(message, cause);
    }
}
