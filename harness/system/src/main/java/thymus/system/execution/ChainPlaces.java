package thymus.system.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import thymus.evm.chain.LocalChain;
import thymus.evm.primitive.Address;
import thymus.spec.Chains;

/** Lets calls run on the chain of the contract that they enter: with its id, and with its clock. */
final class ChainPlaces {
    private final Chains chains;
    private final LocalChain world;
    private final AccountNames accounts;
    private final long firstId;
    /** What contracts of the system have created, ever: an address says who creates it, and so where. */
    private final Map<Address, String> created = new HashMap<>();

    ChainPlaces(Chains chains, LocalChain world, AccountNames accounts) {
        this.chains = chains;
        this.world = world;
        this.accounts = accounts;
        this.firstId = world.block().chainId().toBigInteger().longValueExact();
    }

    /** The chain of the account; empty where there is one only, or the account is on all of them. */
    Optional<String> of(Address account) {
        return chains.areSeveral()
                ? accounts.nameOf(account).flatMap(chains::of).or(() -> Optional.ofNullable(created.get(account)))
                : Optional.empty();
    }

    /** A contract creates another one where it stands itself. */
    void create(Address creator, Address account) {
        of(creator).ifPresent(chain -> created.put(account, chain));
    }

    /** Whether the account is a contract of another chain than this one; nobody is where the chain is not known. */
    boolean isElsewhere(Address account, Optional<String> chain) {
        Optional<String> place = of(account);
        return place.isPresent() && chain.isPresent() && !place.equals(chain);
    }

    /** How many seconds the clock of the account's chain is ahead. */
    long ahead(Address account, Elsewhere elsewhere) {
        return of(account).map(elsewhere::ahead).orElse(0L);
    }

    /** Runs something on the chain of the account. */
    <T> T on(Address account, Elsewhere elsewhere, Supplier<T> running) {
        return on(of(account), elsewhere, running);
    }

    /** Runs something on a chain, by its clock; empty for the first one. */
    <T> T on(Optional<String> chain, Elsewhere elsewhere, Supplier<T> running) {
        return on(chain, chain.map(elsewhere::ahead).orElse(0L), running);
    }

    /** Runs something on a chain; empty for the first one. */
    <T> T on(Optional<String> chain, long ahead, Supplier<T> running) {
        if (chain.isEmpty()) {
            return running.get();
        }
        world.stand(idOf(chain.get()), ahead);
        try {
            return running.get();
        } finally {
            world.stand(firstId, 0);
        }
    }

    /** The chains are numbered from the first one's id. */
    private long idOf(String chain) {
        List<String> names = chains.names();
        return firstId + names.indexOf(chain);
    }

    /**
     * The clocks that a step wants of the chains beside the first one, as far as they may be had: none goes back.
     *
     * @throws ImpossibleTransactionException if the clocks would be further apart than the file says
     */
    Elsewhere clocks(Step step, Elsewhere before) {
        if (!chains.areSeveral() || step.sameTransaction()) {
            return before;
        }
        long drift = chains.drift().longValueExact();
        if (Math.abs(step.ahead()) > drift) {
            throw new ImpossibleTransactionException("a clock is " + step.ahead() + " seconds ahead of that of chain "
                    + chains.names().getFirst() + ", and clocks are within " + drift + " seconds of it");
        }
        Elsewhere now = before;
        for (String chain : chains.names().subList(1, chains.names().size())) {
            long least = step.seconds() > 2 * drift ? -drift : before.ahead(chain) - step.seconds();
            now = now.with(chain, Math.max(step.ahead(), least));
        }
        return now;
    }
}
