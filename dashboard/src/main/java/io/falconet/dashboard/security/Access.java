package io.falconet.dashboard.security;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.falconet.results.people.Role;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who is there now, and what they may. To be asked on the threads of requests and of pages ({@code UI.access}); before
 * anything that not everybody may do, whatever the page offers:
 *
 * <pre>{@code
 * access.require(Role.OPERATOR);
 * db.studies().ask(study.id(), StudyState.PAUSED, RUNNING, now);
 * audit.record("paused", study.name());
 * }</pre>
 */
@Component
public class Access {
    private final boolean open;
    private final AuthenticationContext sessions;

    Access(@Value("${falconet.no-login:false}") boolean open, AuthenticationContext sessions) {
        this.open = open;
        this.sessions = sessions;
    }

    /** Whether nobody has to sign in, and everybody is an admin. */
    public boolean open() {
        return open;
    }

    /** Who is there; nobody where nobody has signed in. */
    public Optional<Who> present() {
        if (open) {
            return Optional.of(Who.LOCAL);
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person.who())
                : Optional.empty();
    }

    /**
     * Who is there.
     *
     * @throws AccessDeniedException if nobody has signed in
     */
    public Who who() {
        return present().orElseThrow(() -> new AccessDeniedException("Nobody has signed in."));
    }

    /** Whether who is there may all that a role may. */
    public boolean may(Role role) {
        return present().filter(who -> who.may(role)).isPresent();
    }

    /**
     * Lets on only who may all that a role may.
     *
     * @throws AccessDeniedException if it is not so
     */
    public void require(Role role) {
        if (!who().may(role)) {
            throw new AccessDeniedException("Expected somebody who is %s, found %s.".formatted(role, who().role()));
        }
    }

    /** The address of the machine that asks; empty where no request is being answered. */
    public String origin() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
    }

    /** Signs out who is there, in the browser that asks. */
    public void leave() {
        sessions.logout();
    }
}
