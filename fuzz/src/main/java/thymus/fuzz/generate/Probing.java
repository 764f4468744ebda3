package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.fuzz.random.SplitRandom;

/** Asks the chain for current values of views while one step is generated. */
final class Probing {
    private final Universe universe;
    private final ChainView chain;
    private final String sender;
    private final String target;
    private final long later;

    /** @param later the seconds between now and the step */
    Probing(Universe universe, ChainView chain, String sender, String target, long later) {
        this.universe = universe;
        this.chain = chain;
        this.sender = sender;
        this.target = target;
        this.later = later;
    }

    /** A value of a view; zero if there are no views. */
    BigInteger value(SplitRandom random, RecentValues recent) {
        List<Probe> probes = universe.probes();
        if (probes.isEmpty()) {
            return BigInteger.ZERO;
        }
        Probe probe = random.pick(probes);
        // Views of the called contract are the most relevant.
        for (int again = 0; again < 3 && !probe.instance().equals(target); again++) {
            probe = random.pick(probes);
        }
        List<BigInteger> arguments = new ArrayList<>();
        for (int i = 0; i < probe.function().inputs().size(); i++) {
            arguments.add(account(random));
        }
        List<BigInteger> answers = chain.ask(probe, arguments, later);
        if (answers.isEmpty()) {
            return BigInteger.ZERO;
        }
        BigInteger answer = random.pick(answers);
        recent.see(answer);
        return answer;
    }

    private BigInteger account(SplitRandom random) {
        return switch (random.below(4)) {
            case 0, 1 -> universe.addressOf(sender);
            case 2 -> universe.addressOf(target);
            default -> random.pick(universe.addresses());
        };
    }
}
