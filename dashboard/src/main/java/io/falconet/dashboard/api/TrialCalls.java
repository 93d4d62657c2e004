package io.falconet.dashboard.api;

import io.falconet.dashboard.page.FileNames;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The trials of a study, page by page, one as a whole, and its files. */
@RestController
@RequestMapping("/api/v1/studies/{study}/trials")
final class TrialCalls {
    private static final int MOST = 1000;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ResultsDb db;
    private final Shelf shelf;

    TrialCalls(ResultsDb db, Shelf shelf) {
        this.db = db;
        this.shelf = shelf;
    }

    /**
     * Some of a study's trials.
     *
     * @param next the parameter after of the next page; null on the last
     */
    record Trials(String study, List<TrialAnswer> trials, Integer next) {}

    @GetMapping
    ResponseEntity<?> page(
            @PathVariable("study") String name,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "after", defaultValue = "-1") String after,
            @RequestParam(name = "limit", defaultValue = "100") String limit,
            @RequestParam(name = "format", defaultValue = "json") String format) {
        StudyRecord study = shelf.study(name);
        Optional<TrialState> only = state(state);
        int most = Shelf.whole("a limit", limit, 1, MOST);
        List<TrialAnswer> found = db
                .trials()
                .page(
                        study.id(),
                        only,
                        Shelf.whole("the number after which to begin", after, -1, Integer.MAX_VALUE),
                        most + 1)
                .stream()
                .map(trial -> TrialAnswer.of(study.name(), trial))
                .toList();
        List<TrialAnswer> trials = found.subList(0, Math.min(most, found.size()));
        Integer next = found.size() > most ? trials.get(most - 1).number() : null;
        return switch (format) {
            case "json" -> linked(study, next).body(new Trials(study.name(), trials, next));
            case "csv" -> linked(study, next).contentType(CSV).body(TrialTable.csv(trials));
            default -> throw ApiProblem.wrong("the format json or csv", format, "json?");
        };
    }

    /** Says where the next page begins, as RFC 8288 has it; the other parameters are to be given again. */
    private static ResponseEntity.BodyBuilder linked(StudyRecord study, Integer next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            answer.header(
                    HttpHeaders.LINK,
                    "<%s>; rel=\"next\""
                            .formatted(UriComponentsBuilder.fromPath("/api/v1/studies/{study}/trials")
                                    .queryParam("after", next)
                                    .encode()
                                    .buildAndExpand(study.name())
                                    .toUriString()));
        }
        return answer;
    }

    private static Optional<TrialState> state(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(TrialState.values())
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ApiProblem.wrong(
                        "a state of "
                                + Arrays.stream(TrialState.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")),
                        text,
                        "EVALUATED?")));
    }

    @GetMapping("/{number}")
    WholeTrial one(@PathVariable("study") String name, @PathVariable("number") String number) {
        StudyRecord study = shelf.study(name);
        TrialRecord trial = shelf.trial(study, number);
        return WholeTrial.of(
                TrialAnswer.of(study.name(), trial),
                db.trials().outcome(study.id(), trial.number()),
                db.trials().artifacts(study.id(), trial.number()),
                db.trials().log(study.id(), trial.number()));
    }

    /** A file under its stored name, which is compared and never a path. */
    @GetMapping("/{number}/artifacts/{artifact}")
    ResponseEntity<byte[]> artifact(
            @PathVariable("study") String name,
            @PathVariable("number") String number,
            @PathVariable("artifact") String wanted) {
        StudyRecord study = shelf.study(name);
        TrialRecord trial = shelf.trial(study, number);
        StoredArtifact artifact = db.trials().artifacts(study.id(), trial.number()).stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ApiProblem.missing(
                        "a file of this trial", "named \"" + wanted + "\"", "GET of the trial tells all of them."));
        byte[] content = db.artifacts().read(artifact.sha256());
        String saved = FileNames.safe(study.name() + "-" + trial.number() + "-" + artifact.name());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(content.length)
                .eTag(artifact.sha256())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(saved).build().toString())
                .body(content);
    }

    /** Where a trial's file is fetched. */
    static String address(String study, int number, String artifact) {
        return UriComponentsBuilder.fromPath("/api/v1/studies/{study}/trials/{number}/artifacts/{artifact}")
                .encode()
                .buildAndExpand(study, number, artifact)
                .toUriString();
    }
}
