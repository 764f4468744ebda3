package thymus.fuzz.generate;

import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.system.execution.SentMessage;

/** Draws what relays deliver, which nobody finds by guessing, and clocks of chains that are apart. */
final class Relaying {
    private static final int DELIVERS_IN = 3;
    private static final int DRIFTS_IN = 4;

    private final SplitRandom random;
    private final Universe universe;
    private final ChainView chain;

    Relaying(SplitRandom random, Universe universe, ChainView chain) {
        this.random = random;
        this.universe = universe;
        this.chain = chain;
    }

    /** Now and then the function of a relay that has something to deliver. */
    Optional<Callable> due() {
        if (universe.relays().isEmpty() || !random.chance(1, DELIVERS_IN)) {
            return Optional.empty();
        }
        String relay = random.pick(universe.relays());
        return chain.pending(relay).isEmpty()
                ? Optional.empty()
                : universe.callables().stream()
                        .filter(callable -> callable.instance().equals(relay))
                        .findFirst();
    }

    /** A message that the relay may deliver, mostly one of the latest. */
    Optional<List<AbiValue>> message(String relay) {
        if (!universe.relays().contains(relay) || random.chance(1, 16)) {
            return Optional.empty();
        }
        List<SentMessage> pending = chain.pending(relay);
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        SentMessage message = random.chance(1, 2) ? pending.getLast() : random.pick(pending);
        return Optional.of(message.values().stream().<AbiValue>map(AbiValue::of).toList());
    }

    /** How far the clocks of other chains are ahead: mostly not at all, often as far as they may be. */
    long ahead() {
        long drift = universe.drift();
        if (drift == 0 || !random.chance(1, DRIFTS_IN)) {
            return 0;
        }
        return switch (random.below(3)) {
            case 0 -> drift;
            case 1 -> -drift;
            default -> (random.nextLong() >>> 1) % (2 * drift + 1) - drift;
        };
    }
}
