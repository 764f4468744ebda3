package thymus.fuzz.system;

import java.util.ArrayList;
import java.util.List;
import thymus.evm.interpreter.FrameView;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Word;
import thymus.fuzz.generate.ChainView.Comparison;

/** Records the operands of comparisons. */
final class ComparisonTracer implements Tracer {
    private static final int MOST = 64;
    private static final int SELECTOR_BITS = 32;

    private final List<Comparison> comparisons = new ArrayList<>();

    @Override
    public boolean wantsSteps() {
        return true;
    }

    @Override
    public void onStep(FrameView frame, Opcode opcode) {
        boolean compares = switch (opcode) {
            case LT, GT, SLT, SGT, EQ -> true;
            default -> false;
        };
        if (compares && comparisons.size() < MOST && frame.stackSize() >= 2) {
            Word left = frame.stack(0);
            Word right = frame.stack(1);
            // Equalities of small operands are ignored, because the dispatcher compares selectors.
            boolean small = left.bitLength() <= SELECTOR_BITS && right.bitLength() <= SELECTOR_BITS;
            if (!left.equals(right) && !(opcode == Opcode.EQ && small)) {
                comparisons.add(new Comparison(left.toBigInteger(), right.toBigInteger()));
            }
        }
    }

    /** The comparisons in the order of execution, including those of reverted frames. */
    List<Comparison> all() {
        return comparisons;
    }
}
