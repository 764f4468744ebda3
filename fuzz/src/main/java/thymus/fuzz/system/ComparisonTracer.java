package thymus.fuzz.system;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import thymus.contracts.abi.Selector;
import thymus.evm.interpreter.FrameView;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;
import thymus.fuzz.generate.ChainView.Comparison;

/** Records the operands of comparisons. */
final class ComparisonTracer implements Tracer {
    private static final int MOST = 64;
    private static final int FAR = 3;

    private final Set<Comparison> comparisons = new LinkedHashSet<>();
    /** What dispatchers compare tells nothing. */
    private final Set<Word> selectors = new LinkedHashSet<>();

    /** The operands of a difference, which is compared with zero if the next instructions say so. */
    private Word left = Word.ZERO;

    private Word right = Word.ZERO;
    private int sinceDifference = FAR;

    @Override
    public boolean wantsSteps() {
        return true;
    }

    @Override
    public void onCall(Message message) {
        if (message.input().length >= Selector.SIZE) {
            selectors.add(WordBytes.read(message.input(), 0, Selector.SIZE));
        }
    }

    @Override
    public void onStep(FrameView frame, Opcode opcode) {
        sinceDifference++;
        switch (opcode) {
            case LT, GT, SLT, SGT, EQ -> {
                if (frame.stackSize() >= 2) {
                    add(frame.stack(0), frame.stack(1));
                }
            }
            case SUB, XOR -> {
                if (frame.stackSize() >= 2) {
                    left = frame.stack(0);
                    right = frame.stack(1);
                    sinceDifference = 0;
                }
            }
            // A difference that is asked for at once tells unequal numbers apart.
            case ISZERO -> {
                if (sinceDifference == 1) {
                    add(left, right);
                }
            }
            case JUMPI -> {
                if (sinceDifference == 2) {
                    add(left, right);
                }
            }
            default -> {}
        }
    }

    private void add(Word one, Word other) {
        if (comparisons.size() < MOST && !one.equals(other) && !selectors.contains(one) && !selectors.contains(other)) {
            comparisons.add(new Comparison(one.toBigInteger(), other.toBigInteger()));
        }
    }

    /** The distinct comparisons in the order of execution, including those of reverted frames. */
    List<Comparison> all() {
        return new ArrayList<>(comparisons);
    }
}
