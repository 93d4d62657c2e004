package io.falconet.results.check;

import java.util.List;

/** What must hold for those who may use the dashboard. */
final class PeopleRules {
    private PeopleRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "account-role",
                    "a role that people have: VIEWER, OPERATOR, ADMIN",
                    Rule.BY_HAND + ".",
                    """
                    SELECT CAST(NULL AS VARCHAR) AS study, CAST(NULL AS INTEGER) AS number,
                           'the role ' || role || ' of ' || name AS found
                      FROM (SELECT role, 'the account ' || name AS name FROM account
                             UNION ALL
                            SELECT role, 'a token of ' || owner FROM api_token
                             UNION ALL
                            SELECT role, 'a link by ' || author FROM invitation) r
                     WHERE role NOT IN ('VIEWER', 'OPERATOR', 'ADMIN')
                     ORDER BY name
                    """),
            new Rule(
                    "account-admin",
                    "an admin who may sign in, where there are accounts",
                    "Maybe falconet dashboard --setup-link on the server helps: it makes one.",
                    """
                    SELECT CAST(NULL AS VARCHAR) AS study, CAST(NULL AS INTEGER) AS number,
                           CAST(COUNT(*) AS VARCHAR) || ' accounts, and none of them is that' AS found
                      FROM account
                    HAVING COUNT(*) > 0
                       AND SUM(CASE WHEN role = 'ADMIN' AND disabled_nanos IS NULL THEN 1 ELSE 0 END) = 0
                    """));
}
