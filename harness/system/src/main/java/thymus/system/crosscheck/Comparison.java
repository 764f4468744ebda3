package thymus.system.crosscheck;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import thymus.evm.state.Log;
import thymus.fork.rpc.Hex;
import thymus.system.execution.AccountNames;

/**
 * Compares a transaction on our EVM with the same one on another EVM. Gas used is not compared, because no property
 * depends on it.
 */
final class Comparison {
    private final RecordedTransaction ours;
    private final AccountNames accounts;

    Comparison(RecordedTransaction ours, AccountNames accounts) {
        this.ours = ours;
        this.accounts = accounts;
    }

    Optional<Difference> with(Observation observation) {
        return switch (observation) {
            case Observation.Refused refused ->
                ours.refused()
                        ? Optional.empty()
                        : difference("its admission to a block", "granted", "refused (" + refused.reason() + ")");
            case Observation.Mined mined ->
                ours.refused()
                        ? difference("its admission to a block", "refused (" + reason() + ")", "granted")
                        : with(mined);
        };
    }

    private Optional<Difference> with(Observation.Mined theirs) {
        if (ours.receipt().ok() != theirs.ok()) {
            return difference(
                    "the status",
                    ours.receipt().ok() ? "success" : "failure (" + reason() + ")",
                    theirs.ok() ? "success" : "failure");
        }
        // The output of a constructor is the contract's code, which is compared as a part of the state.
        if (ours.to().isPresent() && !Arrays.equals(ours.receipt().output(), theirs.output())) {
            return difference("the returned data", Hex.data(ours.receipt().output()), Hex.data(theirs.output()));
        }
        return calls(theirs)
                .or(() -> logs(ours.receipt().logs(), theirs.logs()))
                .or(() -> state(theirs));
    }

    /** Compares the calls of an attacker's contract. The overall outcome suffices for other transactions. */
    private Optional<Difference> calls(Observation.Mined theirs) {
        if (!ours.calls().isEmpty() && ours.calls().size() != theirs.calls().size()) {
            return difference(
                    "the number of calls made",
                    Integer.toString(ours.calls().size()),
                    Integer.toString(theirs.calls().size()));
        }
        for (int i = 0; i < ours.calls().size(); i++) {
            InnerCall here = ours.calls().get(i);
            InnerCall there = theirs.calls().get(i);
            String call = "call " + (i + 1);
            if (here.ok() != there.ok()) {
                return difference("the status of " + call, status(here.ok()), status(there.ok()));
            }
            if (!Arrays.equals(here.output(), there.output())) {
                return difference("what " + call + " returns", Hex.data(here.output()), Hex.data(there.output()));
            }
        }
        return Optional.empty();
    }

    private static String status(boolean ok) {
        return ok ? "success" : "failure";
    }

    private Optional<Difference> logs(List<Log> here, List<Log> there) {
        for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
            if (i >= here.size() || i >= there.size() || !Observation.same(here.get(i), there.get(i))) {
                return difference("event " + (i + 1), text(here, i), text(there, i));
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> state(Observation.Mined theirs) {
        SortedSet<StateEntry> cells = new TreeSet<>(ours.changes().keySet());
        cells.addAll(theirs.changes().keySet());
        for (StateEntry cell : cells) {
            String here = ours.changes().getOrDefault(cell, "unchanged");
            String there = theirs.changes().getOrDefault(cell, "unchanged");
            if (!here.equals(there)) {
                return difference(text(cell), here, there);
            }
        }
        return Optional.empty();
    }

    private String text(StateEntry cell) {
        String account = accounts.text(cell.account().word().toBigInteger());
        return switch (cell.kind()) {
            case NONCE -> "the nonce of " + account;
            case BALANCE -> "the balance of " + account;
            case CODE -> "the code of " + account;
            case STORAGE -> "storage slot " + Hex.quantity(cell.slot()) + " of " + account;
        };
    }

    private String text(List<Log> logs, int i) {
        if (i >= logs.size()) {
            return "missing";
        }
        Log log = logs.get(i);
        return accounts.text(log.address().word().toBigInteger()) + " "
                + log.topics().stream().map(Hex::data).toList() + " " + Hex.data(log.data());
    }

    private String reason() {
        return ours.receipt().haltReason().orElse("no reason");
    }

    private Optional<Difference> difference(String what, String here, String there) {
        return Optional.of(Difference.brief(ours.where(), what, here, there));
    }
}
