package io.falconet.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commits what many threads write of the trials of one study. A commit costs far more than a row, and a study's writes take
 * place one after the other anyway: so those that arrive while one commits are committed together by the next.
 *
 * <p>Threads that were committed together mostly come again together: the next commit waits for as many, for half as long as
 * the last commit took. Without that, the first to come would be committed alone, and all others wait for it.
 *
 * <p>Each thread waits until its own write is committed. Where a group fails, each of its writes is done alone: one that is
 * refused takes no other with it.
 */
final class GroupCommit {
    /** Fronts kept in memory: a process drives few studies at once. */
    private static final int FRONTS = 8;

    private final Transactions transactions;

    /** Writes that wait, by claim; where there is an entry, some thread commits for that claim. */
    private final Map<Claim, List<Waiting>> queues = new HashMap<>();

    private final Map<Long, StudyFront> fronts = new LinkedHashMap<>();
    private final Lock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    GroupCommit(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Waiting(TrialWrite write, CompletableFuture<Void> committed) {}

    /**
     * Returns when the write is committed.
     *
     * @throws StaleClaimException if another driver has taken over
     * @throws ResultsException if it is refused, or the database cannot do it
     */
    void write(Claim claim, TrialWrite write) {
        Waiting waiting = new Waiting(write, new CompletableFuture<>());
        if (enqueue(claim, waiting)) {
            try {
                transactions.later(() -> drain(claim));
            } catch (ResultsException closed) {
                fail(claim, closed);
            }
        }
        try {
            waiting.committed().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Whether nobody commits for the claim yet. */
    private boolean enqueue(Claim claim, Waiting waiting) {
        lock.lock();
        try {
            boolean first = !queues.containsKey(claim);
            queues.computeIfAbsent(claim, none -> new ArrayList<>()).add(waiting);
            arrived.signalAll();
            return first;
        } finally {
            lock.unlock();
        }
    }

    /**
     * All that waits; where nothing does, nobody commits for the claim any more.
     *
     * @param most how many to wait for
     * @param nanos for how long
     */
    private List<Waiting> next(Claim claim, int most, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && queues.get(claim).size() < most) {
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return taken(claim);
    }

    private List<Waiting> taken(Claim claim) {
        lock.lock();
        try {
            List<Waiting> group = queues.remove(claim);
            if (!group.isEmpty()) {
                queues.put(claim, new ArrayList<>());
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void fail(Claim claim, RuntimeException failure) {
        lock.lock();
        try {
            queues.remove(claim).forEach(each -> each.committed().completeExceptionally(failure));
        } finally {
            lock.unlock();
        }
    }

    private void drain(Claim claim) {
        List<Waiting> group = taken(claim);
        while (!group.isEmpty()) {
            long begun = System.nanoTime();
            commit(claim, group);
            group = next(claim, group.size(), (System.nanoTime() - begun) / 2);
        }
    }

    private void commit(Claim claim, List<Waiting> group) {
        try {
            write(claim, group.stream().map(Waiting::write).toList());
            group.forEach(each -> each.committed().complete(null));
        } catch (RuntimeException | Error e) {
            if (group.size() == 1 || e instanceof ResultsException failure && Patience.lost(failure)) {
                group.forEach(each -> each.committed().completeExceptionally(e));
            } else {
                group.forEach(each -> commit(claim, List.of(each)));
            }
        }
    }

    private void write(Claim claim, List<TrialWrite> writes) {
        Optional<StudyFront> known = front(claim.studyId());
        remember(claim.studyId(), transactions.here(handle -> new GroupWriter(handle, claim).write(writes, known)));
    }

    private synchronized Optional<StudyFront> front(long studyId) {
        return Optional.ofNullable(fronts.get(studyId));
    }

    private synchronized void remember(long studyId, Optional<StudyFront> front) {
        fronts.remove(studyId);
        front.ifPresent(known -> fronts.put(studyId, known));
        if (fronts.size() > FRONTS) {
            fronts.remove(fronts.keySet().iterator().next());
        }
    }
}
