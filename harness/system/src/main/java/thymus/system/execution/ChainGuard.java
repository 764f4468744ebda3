package thymus.system.execution;

import java.util.Optional;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** Notices calls and payments from one chain to another, which nobody can make. */
final class ChainGuard implements Tracer {
    private final ChainPlaces places;
    private final AccountNames accounts;
    private Optional<String> chain = Optional.empty();
    private Optional<String> crossing = Optional.empty();

    ChainGuard(ChainPlaces places, AccountNames accounts) {
        this.places = places;
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
        if (message.kind().creates() && crossing.isEmpty()) {
            places.create(message.sender(), message.target());
        }
        reach(message.code());
    }

    /** The heir gets the ether without a call. */
    @Override
    public void onDestroy(Address account, Address heir, Word balance) {
        reach(heir);
    }

    private void reach(Address account) {
        if (crossing.isPresent()) {
            return;
        }
        Optional<String> place = places.of(account);
        if (place.isPresent() && chain.isEmpty()) {
            chain = place;
        } else if (place.isPresent() && !place.equals(chain)) {
            crossing = Optional.of(accounts.text(Convert.number(account)));
        }
    }
}
