package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.Steering;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.cluster.driver.TakenException;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.Wish;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The studies of a store that wait for somebody to search them, and their searches, some side by side. */
final class WaitingStudies implements AutoCloseable {
    private static final long MILLISECONDS_BETWEEN_LOOKS = 2000;

    private final ResultsDb db;
    private final StoreOptions store;
    private final SharedPlace place;
    private final Console console;
    private final int atATime;
    private final Steering steering;
    private final ExecutorService searches = Executors.newCachedThreadPool(work -> new Thread(work, "searches"));
    private final Set<Long> underWay = new HashSet<>();
    private final Map<Long, String> troubles = new ConcurrentHashMap<>();
    private boolean stopped;
    private boolean interrupted;

    /** @param atATime searched side by side, at most */
    WaitingStudies(ResultsDb db, StoreOptions store, SharedPlace place, Console console, int atATime) {
        this.db = db;
        this.store = store;
        this.place = place;
        this.console = console;
        this.atATime = atATime;
        this.steering = new Steering(db, Clock.systemUTC());
    }

    /** Searches until none waits, or {@link #stop}. */
    synchronized void searchAll() throws InterruptedException {
        while (!stopped && begin()) {
            wait(MILLISECONDS_BETWEEN_LOOKS);
        }
        awaitAll();
    }

    /** Searches whatever waits, and what will, until {@link #stop}. */
    synchronized void searchAsTheyCome() throws InterruptedException {
        boolean told = false;
        while (!stopped) {
            boolean any = begin();
            if (!any && !told) {
                console.say(
                        "Waiting for studies. One is queued by: %s search STUDY.yaml --queue%s",
                        Console.command(), store.typed());
            }
            told = !any;
            wait(MILLISECONDS_BETWEEN_LOOKS);
        }
        awaitAll();
    }

    /** Ends all searches soon; their studies wait for somebody else then. */
    synchronized void stop() {
        stopped = true;
        place.stop();
        notifyAll();
    }

    /** Whether a search was ended before its study was. */
    synchronized boolean interrupted() {
        return interrupted;
    }

    /** Begins what can begin. Whether anything is under way then. */
    private boolean begin() {
        List<StudyRecord> waiting = steering.waiting();
        for (StudyRecord study : waiting) {
            if (underWay.size() < atATime && underWay.add(study.id())) {
                searches.execute(() -> search(study));
            }
        }
        return !underWay.isEmpty();
    }

    private void awaitAll() throws InterruptedException {
        while (!underWay.isEmpty()) {
            wait();
        }
    }

    private void search(StudyRecord study) {
        Console its = console.of(study.name());
        if (!troubles.containsKey(study.id())) {
            its.say("Searching.");
        }
        try {
            new SearchWork(its, store, place).find(db, new StudyRegister(db, Clock.systemUTC()).spec(study));
        } catch (TakenException e) {
            its.say("Another worker was faster.");
        } catch (RequestException | DatasetException e) {
            its.pass(e.getMessage());
            steering.fail(study, e.getMessage());
        } catch (IOException e) {
            trouble(study, e.getMessage() + " It is tried again.", its);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            trouble(study, "The search broke: " + e, its);
        } finally {
            ended(study);
        }
    }

    /** Tells what is wrong, once, however often it is tried again. */
    private void trouble(StudyRecord study, String what, Console its) {
        if (!what.equals(troubles.put(study.id(), what))) {
            its.pass(what);
        }
    }

    private synchronized void ended(StudyRecord study) {
        try {
            Optional<StudyState> left = db.studies().find(study.id()).map(StudyRecord::state);
            if (stopped && left.equals(Optional.of(StudyState.STOPPED))) {
                interrupted = true;
                steering.ask(study.name(), Wish.QUEUE);
            }
        } finally {
            underWay.remove(study.id());
            notifyAll();
        }
    }

    @Override
    public void close() {
        searches.shutdown();
    }
}
