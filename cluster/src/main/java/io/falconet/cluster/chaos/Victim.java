package io.falconet.cluster.chaos;

/** What is broken. */
public enum Victim {
    /** The process that searches: whoever stands by takes its studies over. */
    DRIVER("drivers"),
    /** The process that offers a machine to the cluster, and with it its executors. */
    WORKER("workers"),
    /** The process that trains. */
    EXECUTOR("executors"),
    /** The agent on which candidates are timed. */
    AGENT("agents"),
    /** All connections to the database. */
    CONNECTION("connections"),
    /** Room in the folder in which a worker's executors work, for some seconds. */
    DISK("full disks");

    private final String words;

    Victim(String words) {
        this.words = words;
    }

    /** For people, of several. */
    public String words() {
        return words;
    }
}
