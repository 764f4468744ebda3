package thymus.evm.trace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.WordOperation;
import thymus.evm.primitive.Word;

/**
 * The comparisons that decide one word of a result: those that compute it, and those by which the execution came where
 * it was returned. They say how far the numbers are from another result.
 */
record Deciders(List<Comparison> comparisons) {
    static final Deciders NONE = new Deciders(List.of());

    private static final int DEEPEST = 16;

    /** A comparison of two values of a trace. */
    record Comparison(Relation relation, Instruction.Operand left, Instruction.Operand right) {
        BigInteger distance(Word[] registers) {
            return relation.distance(left.in(registers), right.in(registers));
        }
    }

    /** How two words are compared. */
    enum Relation {
        BELOW,
        ABOVE,
        SIGNED_BELOW,
        SIGNED_ABOVE,
        EQUAL;

        static Optional<Relation> of(WordOperation operation) {
            if (operation == operation(Opcode.LT)) {
                return Optional.of(BELOW);
            }
            if (operation == operation(Opcode.GT)) {
                return Optional.of(ABOVE);
            }
            if (operation == operation(Opcode.SLT)) {
                return Optional.of(SIGNED_BELOW);
            }
            if (operation == operation(Opcode.SGT)) {
                return Optional.of(SIGNED_ABOVE);
            }
            boolean tellsApart = operation == operation(Opcode.EQ)
                    || operation == operation(Opcode.SUB)
                    || operation == operation(Opcode.XOR);
            return tellsApart ? Optional.of(EQUAL) : Optional.empty();
        }

        private static WordOperation operation(Opcode opcode) {
            return opcode.operation().orElseThrow();
        }

        /** How much a side has to change before the outcome is another one; at least 1. */
        BigInteger distance(Word left, Word right) {
            return switch (this) {
                case BELOW -> strict(left.toBigInteger(), right.toBigInteger());
                case ABOVE -> strict(right.toBigInteger(), left.toBigInteger());
                case SIGNED_BELOW -> strict(left.toSignedBigInteger(), right.toSignedBigInteger());
                case SIGNED_ABOVE -> strict(right.toSignedBigInteger(), left.toSignedBigInteger());
                case EQUAL ->
                    left.toBigInteger().subtract(right.toBigInteger()).abs().max(BigInteger.ONE);
            };
        }

        private static BigInteger strict(BigInteger less, BigInteger more) {
            BigInteger gap = more.subtract(less);
            return gap.signum() > 0 ? gap : BigInteger.ONE.subtract(gap);
        }
    }

    /** The comparisons that compute a truth value. */
    static Deciders of(Instruction.Operand value, Map<Integer, Instruction> instructions) {
        List<Comparison> found = new ArrayList<>();
        collect(value, instructions, found, DEEPEST);
        return found.isEmpty() ? NONE : new Deciders(List.copyOf(found));
    }

    private static void collect(
            Instruction.Operand value, Map<Integer, Instruction> instructions, List<Comparison> into, int deepest) {
        if (value.isConstant() || deepest == 0) {
            return;
        }
        switch (instructions.get(value.register())) {
            case Instruction.Unary unary
            when unary.operation() == Relation.operation(Opcode.ISZERO) ->
                collect(unary.x(), instructions, into, deepest - 1);
            case Instruction.Binary binary -> {
                Optional<Relation> relation = Relation.of(binary.operation());
                if (relation.isPresent()) {
                    into.add(new Comparison(relation.get(), binary.x(), binary.y()));
                } else if (binary.operation() == Relation.operation(Opcode.AND)
                        || binary.operation() == Relation.operation(Opcode.OR)) {
                    collect(binary.x(), instructions, into, deepest - 1);
                    collect(binary.y(), instructions, into, deepest - 1);
                }
            }
            case null -> {}
            case Instruction.Unary _,
                    Instruction.Ternary _,
                    Instruction.Load _,
                    Instruction.Balance _,
                    Instruction.Timestamp _,
                    Instruction.Number _,
                    Instruction.Hash _ -> {}
        }
    }

    Deciders and(Deciders others) {
        if (comparisons.isEmpty() || others.comparisons.isEmpty()) {
            return comparisons.isEmpty() ? others : this;
        }
        List<Comparison> all = new ArrayList<>(comparisons);
        all.addAll(others.comparisons);
        return new Deciders(List.copyOf(all));
    }

    /** The least distance of all; empty if nothing is compared. */
    Optional<BigInteger> distance(Word[] registers) {
        return comparisons.stream().map(c -> c.distance(registers)).min(BigInteger::compareTo);
    }
}
