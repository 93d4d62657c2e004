package io.falconet.dashboard.api;

import org.springframework.http.HttpStatus;

/** Why a call gets no answer, told as RFC 9457 has it: what was expected, what was found, and what may help. */
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    private ApiProblem(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    static ApiProblem wrong(String expected, String found, String maybe) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST, "Expected %s, found \"%s\". Maybe %s".formatted(expected, cut(found), maybe));
    }

    static ApiProblem missing(String expected, String found, String maybe) {
        return new ApiProblem(
                HttpStatus.NOT_FOUND, "Expected %s, found none %s. Maybe %s".formatted(expected, cut(found), maybe));
    }

    static ApiProblem of(HttpStatus status, String message) {
        return new ApiProblem(status, message);
    }

    HttpStatus status() {
        return status;
    }

    private static String cut(String text) {
        return text.length() <= 120 ? text : text.substring(0, 119) + "…";
    }
}
