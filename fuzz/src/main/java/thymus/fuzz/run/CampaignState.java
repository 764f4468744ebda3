package thymus.fuzz.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.fuzz.generate.CallCounts;
import thymus.fuzz.generate.CallDistribution;
import thymus.fuzz.generate.Dictionary;
import thymus.fuzz.generate.Universe;
import thymus.system.execution.Step;

/** All that a campaign has learned; takes results in the order of their numbers. */
final class CampaignState {
    private static final int MOST_STOPS = 20;
    /**
     * While no call was seen to lead to an attacker's contract, one is tried in so many sequences, and then in as many
     * out of {@link #TRIAL_IN} times that number: most systems have no such call, and their campaigns shall lose
     * little. After {@link #LATE} sequences it is tried a quarter as often.
     */
    private static final int TRIAL = 64;

    private static final int TRIAL_IN = 16;
    private static final int LATE = 1 << 12;

    /** What broke a property or left it without truth value, before shrinking. */
    record Raw(int property, List<Step> steps, String text) {}

    private final Universe universe;
    private final long maxTransactions;
    private final int usualLength;
    /** How many of the first sequences stay in the corpus whatever they reach. */
    private final int tries;

    private final CallCounts counts;
    private final FailureCounts failures = new FailureCounts();
    private final Corpus corpus = new Corpus();
    private final Features covered = new Features();
    private final BranchDistances.Known frontier = new BranchDistances.Known();
    private final boolean[] watched;
    private final boolean[] failed;
    private final long[] judged;
    private final List<Optional<BigInteger>> slack;
    /** By sequences of usual length: a long one comes near to much, and is a dear start for anything else. */
    private final List<Optional<BigInteger>> usualSlack;

    /** Which properties maximize something. */
    private final boolean[] climbed;

    private final List<Optional<List<Step>>> best;
    private final List<Optional<String>> doubts;
    private final Set<String> stops = new LinkedHashSet<>();
    private Dictionary dictionary;
    private long transactions;
    private long lengthy;
    private long huge;
    private long sequences;
    private long fingerprint;

    CampaignState(Testbed testbed, long maxTransactions, int usualLength, int tries) {
        this.tries = tries;
        int properties = testbed.properties().size();
        universe = testbed.universe();
        dictionary = testbed.dictionary();
        this.maxTransactions = maxTransactions;
        this.usualLength = usualLength;
        counts = new CallCounts(universe);
        watched = new boolean[properties];
        Arrays.fill(watched, true);
        failed = new boolean[properties];
        judged = new long[properties];
        slack = new ArrayList<>(Collections.nCopies(properties, Optional.empty()));
        usualSlack = new ArrayList<>(slack);
        climbed = new boolean[properties];
        for (int p = 0; p < properties; p++) {
            climbed[p] = testbed.properties().get(p).maximum().isPresent();
        }
        best = new ArrayList<>(Collections.nCopies(properties, Optional.empty()));
        doubts = new ArrayList<>(Collections.nCopies(properties, Optional.empty()));
    }

    CampaignSnapshot knowledge() {
        corpus.weigh();
        return new CampaignSnapshot(
                CallDistribution.of(
                        universe, counts, sequences / TRIAL % (sequences < LATE ? TRIAL_IN : 4 * TRIAL_IN) == 1),
                dictionary,
                corpus,
                covered,
                watched.clone(),
                List.copyOf(usualSlack),
                transactions,
                lengthy,
                huge,
                counts.blocked());
    }

    /** Its judgement failed by a fault of ours: it is watched no more. */
    void giveUp(int property) {
        watched[property] = false;
        corpus.forget(property);
    }

    boolean finished() {
        return transactions >= maxTransactions || allBroken();
    }

    private boolean allBroken() {
        for (boolean open : watched) {
            if (open) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param violations receives what broke for the first time
     * @param errors receives what had no truth value for the first time
     * @return the steps that reached what none did before, if they did
     */
    Optional<List<Step>> merge(SequenceResult result, List<Raw> violations, List<Raw> errors) {
        // The budget may end within a sequence: then the rest of it has not happened.
        int length = (int) Math.min(result.steps().size(), maxTransactions - transactions);
        for (int i = 0; i < length; i++) {
            count(result.calls().get(i), result.steps().get(i).seconds());
        }
        transactions += length;
        if (CampaignSnapshot.isHuge(length)) {
            huge += length;
        } else if (length > usualLength) {
            lengthy += length;
        }
        if (result.number() != SequenceResult.SETUP) {
            sequences++;
        }
        for (SequenceResult.Event event : result.events()) {
            if (event.step() < length) {
                take(event, result.steps().subList(0, event.step() + 1), violations, errors);
            }
        }
        result.stop().filter(s -> stops.size() < MOST_STOPS).ifPresent(stops::add);
        if (result.parent() >= 0) {
            corpus.used(result.parent());
        }
        corpus.hit(result.places());
        Optional<List<Step>> novel = Optional.empty();
        int[] news = covered.news(result.places());
        boolean isTry = result.number() != SequenceResult.SETUP && result.number() < tries;
        if (news.length > 0 || isTry) {
            covered.addPlaces(result.places());
            novel = Optional.of(isTry ? result.steps() : result.effective(result.interesting()));
            corpus.addNovel(novel.get(), isTry ? result.places() : news);
        }
        result.watches().forEach(w -> watch(w, result));
        if (result.steps().size() <= usualLength) {
            result.approaches().forEach(a -> approach(a, result));
        }
        dictionary = dictionary.learn(result.values());
        return novel;
    }

    private void count(SequenceResult.Call call, long seconds) {
        if (call.callable() >= 0 && call.sender() >= 0) {
            counts.count(call.callable(), call.sender(), call.ok());
        }
        call.failure().ifPresent(reason -> failures.count(call.callable(), reason));
        if (call.reached()) {
            counts.reach(call.callable());
        }
        if (call.asked()) {
            counts.ask(call.callable());
        }
        if (call.survived()) {
            counts.survive();
        }
        fingerprint = 31 * fingerprint + 4L * call.callable() + (call.ok() ? 2 : 0) + 64L * seconds;
    }

    private void take(SequenceResult.Event event, List<Step> steps, List<Raw> violations, List<Raw> errors) {
        int property = event.property();
        Raw raw = new Raw(property, List.copyOf(steps), event.text());
        if (event.violation() && watched[property]) {
            watched[property] = false;
            corpus.forget(property);
            violations.add(raw);
        } else if (!event.violation() && !failed[property]) {
            failed[property] = true;
            // Without a truth value after setup it has none on any way from there.
            watched[property] &= event.step() >= 0;
            errors.add(raw);
        }
    }

    private void watch(SequenceResult.Watch watch, SequenceResult result) {
        judged[watch.property()] += watch.judged();
        doubts.set(watch.property(), doubts.get(watch.property()).or(watch::doubt));
        if (improve(slack, watch) && climbed[watch.property()]) {
            best.set(watch.property(), Optional.of(List.copyOf(result.steps().subList(0, watch.nearest()))));
        }
        if (result.steps().size() <= usualLength
                && improve(usualSlack, watch)
                && watched[watch.property()]
                && watch.nearest() > 0) {
            corpus.addNearest(result.effective(watch.nearest()), watch.property());
        }
    }

    private static boolean improve(List<Optional<BigInteger>> best, SequenceResult.Watch watch) {
        Optional<BigInteger> known = best.get(watch.property());
        boolean better = watch.slack().isPresent()
                && (known.isEmpty() || watch.slack().get().compareTo(known.get()) < 0);
        if (better) {
            best.set(watch.property(), watch.slack());
        }
        return better;
    }

    private void approach(BranchDistances.Approach approach, SequenceResult result) {
        int key = watched.length + approach.site();
        switch (frontier.learn(approach)) {
            case NEARER ->
                corpus.addNearest(
                        result.effective(
                                Math.min(approach.steps(), result.steps().size())),
                        key);
            case TURNED -> corpus.forget(key);
            case NOTHING -> {}
        }
    }

    long transactions() {
        return transactions;
    }

    long sequences() {
        return sequences;
    }

    List<String> stops() {
        return List.copyOf(stops);
    }

    long fingerprint() {
        return fingerprint;
    }

    /** The sequences that reached new features, in the order in which they did. */
    List<List<Step>> corpus() {
        return corpus.novel();
    }

    int coverage() {
        return covered.count();
    }

    Features covered() {
        return covered;
    }

    CallCounts counts() {
        return counts;
    }

    /** Why calls of a function failed, the most frequent reason first. */
    List<String> failures(int callable) {
        return failures.of(callable);
    }

    Dictionary dictionary() {
        return dictionary;
    }

    long judged(int property) {
        return judged[property];
    }

    Optional<String> doubt(int property) {
        return doubts.get(property);
    }

    Optional<BigInteger> slack(int property) {
        return slack.get(property);
    }

    /** The steps to the least distance, for what is maximized. */
    Optional<List<Step>> best(int property) {
        return best.get(property);
    }
}
