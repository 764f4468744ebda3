package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/** Maps each pure opcode to its symbolic word function. Operands are in the order of the stack. */
final class PureOperations {
    /** Takes the operands, with the top of the stack first. */
    interface Operation {
        IntTerm apply(WordArithmetic ops, IntTerm[] operands);
    }

    private static final Map<Opcode, Operation> TABLE = new EnumMap<>(Opcode.class);

    static {
        TABLE.put(Opcode.ADD, (o, x) -> o.add(x[0], x[1]));
        TABLE.put(Opcode.MUL, (o, x) -> o.multiply(x[0], x[1]));
        TABLE.put(Opcode.SUB, (o, x) -> o.subtract(x[0], x[1]));
        TABLE.put(Opcode.DIV, (o, x) -> o.divide(x[0], x[1]));
        TABLE.put(Opcode.SDIV, (o, x) -> o.signedDivide(x[0], x[1]));
        TABLE.put(Opcode.MOD, (o, x) -> o.modulo(x[0], x[1]));
        TABLE.put(Opcode.SMOD, (o, x) -> o.signedModulo(x[0], x[1]));
        TABLE.put(Opcode.ADDMOD, (o, x) -> o.addModulo(x[0], x[1], x[2]));
        TABLE.put(Opcode.MULMOD, (o, x) -> o.multiplyModulo(x[0], x[1], x[2]));
        TABLE.put(Opcode.EXP, (o, x) -> o.power(x[0], x[1]));
        TABLE.put(Opcode.SIGNEXTEND, (o, x) -> o.signExtend(x[0], x[1]));
        TABLE.put(Opcode.LT, (o, x) -> o.less(x[0], x[1]));
        TABLE.put(Opcode.GT, (o, x) -> o.less(x[1], x[0]));
        TABLE.put(Opcode.SLT, (o, x) -> o.signedLess(x[0], x[1]));
        TABLE.put(Opcode.SGT, (o, x) -> o.signedLess(x[1], x[0]));
        TABLE.put(Opcode.EQ, (o, x) -> o.equal(x[0], x[1]));
        TABLE.put(Opcode.ISZERO, (o, x) -> o.isZero(x[0]));
        TABLE.put(Opcode.AND, (o, x) -> o.bits().and(x[0], x[1]));
        TABLE.put(Opcode.OR, (o, x) -> o.bits().or(x[0], x[1]));
        TABLE.put(Opcode.XOR, (o, x) -> o.bits().xor(x[0], x[1]));
        TABLE.put(Opcode.NOT, (o, x) -> o.bits().not(x[0]));
        TABLE.put(Opcode.BYTE, (o, x) -> o.bits().byteAt(x[0], x[1]));
        TABLE.put(Opcode.SHL, (o, x) -> o.bits().shiftLeft(x[0], x[1]));
        TABLE.put(Opcode.SHR, (o, x) -> o.bits().shiftRight(x[0], x[1]));
        TABLE.put(Opcode.SAR, (o, x) -> o.bits().signedShiftRight(x[0], x[1]));
        TABLE.put(Opcode.CLZ, (o, x) -> o.bits().leadingZeros(x[0]));
    }

    private PureOperations() {}

    /** The result on known operands comes from the opcode table that the interpreter uses. */
    static Optional<IntTerm> apply(Opcode opcode, WordArithmetic ops, IntTerm[] operands, Terms terms) {
        Operation operation = TABLE.get(opcode);
        if (operation == null) {
            return Optional.empty();
        }
        Word[] known = new Word[operands.length];
        for (int i = 0; i < operands.length; i++) {
            Optional<BigInteger> value = Terms.constantOf(operands[i]);
            if (value.isEmpty()) {
                return Optional.of(operation.apply(ops, operands));
            }
            known[i] = Word.of(value.get());
        }
        return Optional.of(opcode.operation()
                .map(table -> terms.constant(table.apply(known).toBigInteger()))
                .orElseGet(() -> operation.apply(ops, operands)));
    }

    static boolean contains(Opcode opcode) {
        return TABLE.containsKey(opcode);
    }
}
