package io.falconet.dashboard.api;

import io.falconet.results.ResultsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers calls that went wrong. */
@RestControllerAdvice(basePackageClasses = ApiProblem.class)
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> told(ApiProblem problem) {
        return answer(problem.status(), problem.getMessage());
    }

    /** What the store says names folders and addresses of this machine: that is for its log. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> store(ResultsException failure) {
        LOG.warn("A call got no answer: {}", failure.getMessage());
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Expected an answer of the store, found none. Maybe the dashboard's log tells why, or falconet db check.");
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
