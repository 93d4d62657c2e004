package io.falconet.dashboard;

import io.falconet.results.ResultsDb;
import io.falconet.results.people.AccountStore;
import io.falconet.results.people.ApiToken;
import io.falconet.results.people.Invitation;
import io.falconet.results.people.InvitationStore;
import io.falconet.results.people.Role;
import io.falconet.results.people.TokenStore;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A dashboard on a real server, where people have to sign in: a viewer, an operator and an admin, each called so. */
public final class House implements AutoCloseable {
    /** Of everybody. */
    public static final String PASSWORD = "four words that fit";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final String address;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = "http://localhost:" + DashboardApplication.port(context);
    }

    /** Opens one on a store; nobody has an account there yet, if it is new. */
    public static House empty(Path folder, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data-dir", folder.toString()));
        arguments.addAll(Arrays.asList(more));
        return new House(DashboardApplication.start(DashboardOptions.parse(arguments.toArray(String[]::new))));
    }

    /** Opens one, and lets in a person of each role. */
    public static House open(Path folder, String... more) {
        House house = empty(folder, more);
        for (Role role : Role.values()) {
            house.admit(name(role), role);
        }
        return house;
    }

    /** Who has that role. */
    public static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Makes an account. */
    public void admit(String name, Role role) {
        if (new AccountStore(db()).find(name).isPresent()) {
            return;
        }
        Instant now = Instant.now();
        String key = "a key for " + name;
        InvitationStore links = new InvitationStore(db());
        links.add(new Invitation(Invitation.Kind.JOIN, role, Optional.empty(), "test", now, now.plusSeconds(60)), key);
        links.accept(key, name, context.getBean(PasswordEncoder.class).encode(PASSWORD), now);
    }

    /** Makes a token for whoever has that role. */
    public String token(Role role, String name) {
        String secret = "falconet_" + name + "-of-" + role;
        new TokenStore(db()).add(new ApiToken(name(role), name, role, Instant.now()), secret);
        return secret;
    }

    public ResultsDb db() {
        return context.getBean(ResultsDb.class);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** With a slash at its end. */
    public String address() {
        return address + "/";
    }

    /** A request of that path as it is, with headers by name and value. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    /** A form that is sent there. */
    public HttpResponse<String> post(String path, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Signs in by the login form; the answer has the cookie, if it was right. */
    public HttpResponse<String> login(String name, String password) throws IOException, InterruptedException {
        HttpResponse<String> form = get("/login", "Accept", "text/html");
        return post(
                "/login",
                Map.of("username", name, "password", password, "_csrf", csrf(form.body())),
                "Cookie",
                cookie(form));
    }

    /** The cookie of a session that somebody of a role has begun. */
    public String session(Role role) throws IOException, InterruptedException {
        return cookie(login(name(role), PASSWORD));
    }

    /** What an answer has the browser keep, to be sent back. */
    public static String cookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    /** The token that a page's forms carry. */
    public static String csrf(String html) {
        Matcher found =
                Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"").matcher(html);
        if (!found.find()) {
            throw new AssertionError("Expected a token in the page, found none: " + html);
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }
}
