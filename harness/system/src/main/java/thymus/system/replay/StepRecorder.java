package thymus.system.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.system.execution.AttackerContract;

/** Takes down what one transaction does. */
final class StepRecorder implements Tracer {
    /** A transaction can make tens of thousands of calls; nobody reads them. */
    private static final int MOST_CALLS = 1000;

    private record Open(String text, List<CallNode> inner) {}

    private final Wording wording;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Address, Map<Word, Word>> written = new LinkedHashMap<>();
    private final Set<Address> payers = new LinkedHashSet<>();
    private Optional<CallNode> outermost = Optional.empty();
    private int calls;

    StepRecorder(Wording wording) {
        this.wording = wording;
    }

    /** Empty if the transaction was refused before it began. */
    Optional<CallNode> outermost() {
        return outermost;
    }

    /** The slots that were written, with their values from before, whether or not the writing lasted. */
    Map<Address, Map<Word, Word>> written() {
        return written;
    }

    /** Those between whom ether may have moved. */
    Set<Address> payers() {
        return payers;
    }

    @Override
    public void onCall(Message message) {
        if (isCount(message)) {
            return;
        }
        calls++;
        open.push(new Open(calls <= MOST_CALLS ? wording.call(message) : "…", new ArrayList<>()));
        if (!message.value().isZero()) {
            payers.add(message.sender());
            payers.add(message.target());
        }
    }

    @Override
    public void onReturn(Message message, byte[] output, long gasLeft, Optional<String> haltReason) {
        if (isCount(message)) {
            return;
        }
        Open call = open.pop();
        Optional<String> result = haltReason.isPresent()
                ? Optional.of(wording.failure(output, haltReason.get()))
                : wording.result(message, output);
        CallNode node = new CallNode(call.text(), haltReason.isEmpty(), result, call.inner());
        if (open.isEmpty()) {
            outermost = Optional.of(node);
        } else if (calls <= MOST_CALLS || open.peek().inner().size() < MOST_CALLS) {
            open.peek().inner().add(node);
        }
    }

    /** An attacker's contract calls itself to count its calls, which tells a reader nothing. */
    private static boolean isCount(Message message) {
        return message.depth() > 0
                && message.sender().equals(message.target())
                && message.input().length == 0
                && message.gas() == AttackerContract.COUNTING_GAS;
    }

    @Override
    public void onDestroy(Address account, Address heir, Word balance) {
        if (!balance.isZero()) {
            payers.add(account);
            payers.add(heir);
        }
    }

    @Override
    public void onSstore(Address account, Word slot, Word before, Word after) {
        written.computeIfAbsent(account, a -> new LinkedHashMap<>()).putIfAbsent(slot, before);
    }
}
