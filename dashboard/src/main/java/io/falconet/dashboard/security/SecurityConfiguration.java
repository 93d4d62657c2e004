package io.falconet.dashboard.security;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.falconet.results.ResultsDb;
import io.falconet.results.people.AccountStore;
import io.falconet.results.people.AuditLog;
import io.falconet.results.people.InvitationStore;
import io.falconet.results.people.TokenStore;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Two doors: one for people, with sessions, and one for programs, with tokens and without sessions. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
class SecurityConfiguration {
    static final String API = "/api/**";
    static final String LOGIN = "/login";

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, TokenStore tokens, Access access, Clock clock) throws Exception {
        http.securityMatcher(path(API))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(Headers::ofAnswers)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(Refusals::nobody).accessDeniedHandler(Refusals::tooLittle))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("VIEWER"))
                .addFilterBefore(
                        access.open() ? new OpenHouse() : new BearerTokens(tokens, clock),
                        AnonymousAuthenticationFilter.class);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, RequestUtil vaadin, AccountStore accounts, Access access)
            throws Exception {
        http.headers(Headers::ofPages)
                // Vaadin's own requests carry a token of its own; all others one of Spring's, the login form too
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest))
                .formLogin(form -> form.loginPage(LOGIN).failureHandler(Refusals::login))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(path("/falconet/**"), path("/webjars/**"))
                        .permitAll())
                .with(VaadinSecurityConfigurer.vaadin(), pages -> pages.loginView(LOGIN, LOGIN)
                        .enableCsrfConfiguration(false)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        if (access.open()) {
            http.addFilterBefore(new OpenHouse(), AnonymousAuthenticationFilter.class);
        } else {
            http.addFilterBefore(new StillWelcome(accounts), AuthorizationFilter.class);
        }
        return http.build();
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    /** Where nobody signs in, no other site may pass for this machine by a name that it made point here. */
    @Bean
    HttpFirewall firewall(Access access) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        if (access.open()) {
            firewall.setAllowedHostnames(Loopback::isName);
        }
        return firewall;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    LoginThrottle loginThrottle(Clock clock) {
        return new LoginThrottle(clock);
    }

    @Bean
    AuthenticationProvider passwordLogin(
            AccountStore accounts, PasswordEncoder encoder, LoginThrottle throttle, Audit audit) {
        return new PasswordLogin(accounts, encoder, throttle, audit);
    }

    @Bean
    AccountStore accountStore(ResultsDb db) {
        return new AccountStore(db);
    }

    @Bean
    TokenStore tokenStore(ResultsDb db) {
        return new TokenStore(db);
    }

    @Bean
    InvitationStore invitationStore(ResultsDb db) {
        return new InvitationStore(db);
    }

    @Bean
    AuditLog auditLog(ResultsDb db) {
        return new AuditLog(db);
    }
}
