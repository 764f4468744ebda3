package thymus.system.execution;

import java.util.Optional;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Tracer;
import thymus.spec.Chains;

/** Notices calls from one chain to another, which nobody can make. */
final class ChainGuard implements Tracer {
    private final Chains chains;
    private final AccountNames accounts;
    private Optional<String> chain = Optional.empty();
    private Optional<String> crossing = Optional.empty();

    ChainGuard(Chains chains, AccountNames accounts) {
        this.chains = chains;
        this.accounts = accounts;
    }

    /** @param place the chain of the transaction; empty: that of the first contract that it enters */
    void begin(Optional<String> place) {
        chain = place;
        crossing = Optional.empty();
    }

    /** The chain that was entered. */
    Optional<String> chain() {
        return chain;
    }

    /** The first contract of another chain that was called. */
    Optional<String> crossing() {
        return crossing;
    }

    @Override
    public void onCall(Message message) {
        if (crossing.isPresent()) {
            return;
        }
        Optional<String> called = accounts.nameOf(message.code());
        Optional<String> place = called.flatMap(chains::of);
        if (place.isPresent() && chain.isEmpty()) {
            chain = place;
        } else if (place.isPresent() && !place.equals(chain)) {
            crossing = called;
        }
    }
}
