package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.people.Account;
import io.falconet.results.people.AccountStore;
import io.falconet.results.people.ApiToken;
import io.falconet.results.people.AuditEntry;
import io.falconet.results.people.AuditLog;
import io.falconet.results.people.Invitation;
import io.falconet.results.people.Invitation.Kind;
import io.falconet.results.people.InvitationStore;
import io.falconet.results.people.Role;
import io.falconet.results.people.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for those who may use the dashboard, whichever database is underneath. */
abstract class PeopleLaws extends DeviceLaws {
    private static final Instant LATER = NOW.plusSeconds(60);

    /** Makes an account by a link. */
    static Account join(ResultsDb db, String name, Role role) {
        String key = "key of " + name;
        new InvitationStore(db).add(link(Kind.JOIN, role, Optional.empty()), key);
        return new InvitationStore(db).accept(key, name, "{noop}" + name, NOW);
    }

    static Invitation link(Kind kind, Role role, Optional<String> account) {
        return new Invitation(kind, role, account, "root", NOW, NOW.plusSeconds(3600));
    }

    private Account join(String name, Role role) {
        return join(db, name, role);
    }

    private AccountStore accounts() {
        return new AccountStore(db);
    }

    private InvitationStore links() {
        return new InvitationStore(db);
    }

    private TokenStore tokens() {
        return new TokenStore(db);
    }

    @Test
    void aLinkMakesOneAccountAndNoSecond() {
        assertThat(accounts().any()).isFalse();
        links().add(link(Kind.JOIN, Role.OPERATOR, Optional.empty()), "key");
        assertThat(links().find("key", LATER)).contains(link(Kind.JOIN, Role.OPERATOR, Optional.empty()));
        Account ann = links().accept("key", "ann", "{noop}x", LATER);
        assertThat(ann).isEqualTo(new Account("ann", Role.OPERATOR, LATER, LATER, Optional.empty()));
        assertThat(accounts().list()).containsExactly(ann);
        assertThat(accounts().password("ann")).contains("{noop}x");
        assertThat(links().find("key", LATER)).isEmpty();
        assertThatThrownBy(() -> links().accept("key", "bob", "{noop}y", LATER))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Maybe ask for a new one.");
        assertThat(accounts().find("bob")).isEmpty();
    }

    @Test
    void ofEightWhoUseALinkAtOnceOneGetsIn() throws Exception {
        links().add(link(Kind.JOIN, Role.VIEWER, Optional.empty()), "key");
        List<Boolean> in = at8(thread -> {
            try {
                links().accept("key", "reader" + thread, "{noop}x", LATER);
                return true;
            } catch (ResultsException e) {
                return false;
            }
        });
        assertThat(in).containsOnlyOnce(true);
        assertThat(accounts().list()).hasSize(1);
    }

    @Test
    void aLinkThatExpiredLetsNobodyIn() {
        links().add(link(Kind.JOIN, Role.VIEWER, Optional.empty()), "key");
        Instant end = NOW.plusSeconds(3600);
        assertThat(links().find("key", end)).isEmpty();
        assertThatThrownBy(() -> links().accept("key", "ann", "{noop}x", end)).isInstanceOf(ResultsException.class);
        assertThat(links().find("another", NOW)).isEmpty();
    }

    @Test
    void aNameThatIsTakenLeavesTheLinkAsItWas() {
        join("ann", Role.ADMIN);
        links().add(link(Kind.JOIN, Role.VIEWER, Optional.empty()), "key");
        assertThatThrownBy(() -> links().accept("key", "ann", "{noop}y", LATER))
                .hasMessageContaining("found \"ann\" taken");
        assertThat(accounts().password("ann")).contains("{noop}ann");
        assertThat(links().find("key", LATER)).isPresent();
    }

    @Test
    void aLinkForSetupBringsAnAdminBack() {
        join("root", Role.ADMIN);
        join("ann", Role.VIEWER);
        accounts().disable("ann", NOW);
        links().add(link(Kind.SETUP, Role.ADMIN, Optional.empty()), "first");
        links().add(link(Kind.SETUP, Role.ADMIN, Optional.empty()), "second");
        assertThat(links().find("first", LATER)).as("the last counts").isEmpty();
        Account ann = links().accept("second", "ann", "{noop}new", LATER);
        assertThat(ann).isEqualTo(new Account("ann", Role.ADMIN, NOW, LATER, Optional.empty()));
        assertThat(accounts().password("ann")).contains("{noop}new");
    }

    @Test
    void aLinkForAPasswordIsForOneAccountAlone() {
        join("ann", Role.VIEWER);
        join("bob", Role.ADMIN);
        links().add(link(Kind.PASSWORD, Role.VIEWER, Optional.of("ann")), "key");
        assertThatThrownBy(() -> links().accept("key", "bob", "{noop}mine", LATER))
                .hasMessageContaining("Expected the account ann, found bob");
        assertThat(links().accept("key", "ann", "{noop}new", LATER).role()).isEqualTo(Role.VIEWER);
        assertThat(accounts().password("bob")).contains("{noop}bob");
        assertThat(accounts().password("ann")).contains("{noop}new");
    }

    @Test
    void theLastAdminStays() {
        join("ann", Role.ADMIN);
        join("bob", Role.ADMIN);
        assertThat(accounts().disable("ann", NOW)).isTrue();
        assertThat(accounts().disable("bob", NOW)).isFalse();
        assertThat(accounts().changeRole("bob", Role.OPERATOR)).isFalse();
        assertThat(accounts().find("bob").orElseThrow().role()).isEqualTo(Role.ADMIN);
        accounts().enable("ann");
        assertThat(accounts().changeRole("bob", Role.OPERATOR)).isTrue();
        assertThat(accounts().find("bob").orElseThrow().role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void ofTwoAdminsWhoDisableEachOtherOneStays() throws Exception {
        join("ann", Role.ADMIN);
        join("bob", Role.ADMIN);
        at8(thread -> accounts().disable(thread % 2 == 0 ? "ann" : "bob", NOW));
        assertThat(accounts().list().stream().filter(Account::enabled)).hasSize(1);
    }

    @Test
    void aTokenMayNoMoreThanItsOwnerMayNow() {
        join("root", Role.ADMIN);
        join("ann", Role.OPERATOR);
        tokens().add(new ApiToken("ann", "nightly", Role.OPERATOR, NOW), "secret");
        assertThat(tokens().find("secret")).contains(new ApiToken("ann", "nightly", Role.OPERATOR, NOW));
        accounts().changeRole("ann", Role.VIEWER);
        assertThat(tokens().find("secret").orElseThrow().role()).isEqualTo(Role.VIEWER);
        accounts().disable("ann", NOW);
        assertThat(tokens().find("secret")).isEmpty();
        accounts().enable("ann");
        tokens().revoke("root", "nightly");
        assertThat(tokens().find("secret")).as("another's").isPresent();
        tokens().revoke("ann", "nightly");
        assertThat(tokens().find("secret")).isEmpty();
    }

    @Test
    void tokensHaveNamesOfTheirOwnAndTellWhenTheyWereUsed() {
        join("ann", Role.ADMIN);
        ApiToken token = new ApiToken("ann", "nightly", Role.VIEWER, NOW);
        tokens().add(token, "secret");
        assertThatThrownBy(() -> tokens().add(token, "other")).hasMessageContaining("found \"nightly\" again");
        tokens().used(token, LATER);
        tokens().used(tokens().find("secret").orElseThrow(), LATER.plusSeconds(59));
        assertThat(tokens().list("ann")).extracting(ApiToken::used).containsExactly(Optional.of(LATER));
        tokens().used(tokens().find("secret").orElseThrow(), LATER.plusSeconds(61));
        assertThat(tokens().list("ann")).extracting(ApiToken::used).containsExactly(Optional.of(LATER.plusSeconds(61)));
    }

    @Test
    void noSecretIsStored() {
        join("ann", Role.ADMIN);
        tokens().add(new ApiToken("ann", "nightly", Role.VIEWER, NOW), "a secret token");
        List<String> digests = db.transactions()
                .in(handle -> handle.createQuery("SELECT digest FROM api_token UNION SELECT digest FROM invitation")
                        .mapTo(String.class)
                        .list());
        assertThat(digests).hasSize(2).allSatisfy(digest -> assertThat(digest).matches("[0-9a-f]{64}"));
    }

    @Test
    void theLogTellsTheLatestFirstPageByPage() {
        AuditLog log = new AuditLog(db);
        for (int number = 0; number < 7; number++) {
            log.record(entry(NOW.plusSeconds(number), "study" + number));
        }
        assertThat(log.count()).isEqualTo(7);
        assertThat(log.page(0, 3)).extracting(AuditEntry::about).containsExactly("study6", "study5", "study4");
        assertThat(log.page(6, 3)).containsExactly(entry(NOW, "study0"));
    }

    @Test
    void whatIsTooLongForTheLogIsCut() {
        AuditLog log = new AuditLog(db);
        log.record(new AuditEntry(NOW, "a".repeat(999), "b".repeat(999), "c".repeat(999), "\0d".repeat(999), "e"));
        assertThat(log.page(0, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).hasSize(64).endsWith("…");
            assertThat(entry.about()).hasSize(300).startsWith("dd");
        });
    }

    private static AuditEntry entry(Instant at, String study) {
        return new AuditEntry(at, "ann", "127.0.0.1", "paused", study, "done");
    }
}
