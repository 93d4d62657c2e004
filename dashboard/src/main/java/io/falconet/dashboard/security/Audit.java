package io.falconet.dashboard.security;

import io.falconet.results.people.AuditEntry;
import io.falconet.results.people.AuditLog;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Notes who does what, for the people page. To be told after it is done, or after it was refused. */
@Component
public class Audit {
    /** What most that is noted came to. */
    public static final String DONE = "done";

    private final AuditLog log;
    private final Access access;
    private final Clock clock;

    Audit(AuditLog log, Access access, Clock clock) {
        this.log = log;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Notes what who is there has done.
     *
     * @param what a few words: {@code paused}
     * @param about whom or what it concerns: a study's name
     */
    public void record(String what, String about) {
        record(what, about, DONE);
    }

    /**
     * Notes what who is there has tried.
     *
     * @param result why it was not done
     */
    public void record(String what, String about, String result) {
        record(access.present().map(Who::name).orElse(""), access.origin(), what, about, result);
    }

    /** Notes what somebody has tried who is not known otherwise. */
    void record(String who, String origin, String what, String about, String result) {
        log.record(new AuditEntry(clock.instant(), who, origin, what, about, result));
    }
}
