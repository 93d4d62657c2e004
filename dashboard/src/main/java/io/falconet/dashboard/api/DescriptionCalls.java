package io.falconet.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What calls there are; and what is said to all others. */
@RestController
final class DescriptionCalls {
    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("openapi.json", DescriptionCalls.class));
    }

    /** Whatever no other call answers; Vaadin would answer with a page. */
    @RequestMapping("/api/**")
    void other(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw ApiProblem.of(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "Expected GET, found %s. Maybe use the pages: this API changes nothing."
                            .formatted(request.getMethod()));
        }
        throw ApiProblem.of(
                HttpStatus.NOT_FOUND,
                "Expected a call of this API, found another. Maybe GET /api/v1/openapi.json tells all of them.");
    }
}
