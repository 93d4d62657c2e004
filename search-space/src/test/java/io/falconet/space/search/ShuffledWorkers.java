package io.falconet.space.search;

import io.falconet.space.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Workers of random speed without clock or thread: whenever the search would have nothing to wait for, a random one of
 * those that are busy finishes. Requests beyond the number of workers queue up.
 */
final class ShuffledWorkers implements TrialRunner, SearchListener {
    private record Job(TrialRequest request, CompletableFuture<Outcome> answer) {}

    private final int workers;
    private final Random order;
    private final List<Job> jobs = new ArrayList<>();
    private final List<TrialRequest> proposed = new ArrayList<>();
    private final List<TrialRequest> finished = new ArrayList<>();
    private int undelivered;
    private int mostInFlight;

    ShuffledWorkers(int workers, Random order) {
        this.workers = workers;
        this.order = order;
    }

    List<TrialRequest> proposed() {
        return proposed;
    }

    List<TrialRequest> finished() {
        return finished;
    }

    int mostInFlight() {
        return mostInFlight;
    }

    @Override
    public CompletionStage<Outcome> run(TrialRequest request) {
        Job job = new Job(request, new CompletableFuture<>());
        jobs.add(job);
        mostInFlight = Math.max(mostInFlight, jobs.size() + undelivered);
        keepGoing();
        return job.answer();
    }

    @Override
    public void proposed(TrialRequest request) {
        proposed.add(request);
    }

    @Override
    public void finished(TrialRequest request, Outcome outcome) {
        finished.add(request);
        undelivered--;
        keepGoing();
    }

    private void keepGoing() {
        if (undelivered == 0 && !jobs.isEmpty()) {
            Job job = jobs.remove(order.nextInt(Math.min(workers, jobs.size())));
            undelivered++;
            job.answer().complete(ToyStudy.outcome(job.request()));
        }
    }
}
