package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;

/** The values that code can read about its call, the block and other accounts. */
final class ContextOperations {
    private static final String GAS = "gas";

    private final KnownCode contracts;
    private final BlockSymbols block;

    ContextOperations(KnownCode contracts, BlockSymbols block) {
        this.contracts = contracts;
        this.block = block;
    }

    /**
     * Returns whether a call with this gas gets all that the caller may pass on. A GAS reading of another frame or
     * transaction is an arbitrary number.
     */
    static boolean isAllGas(Frame frame, IntTerm gas) {
        return frame.gasReadings.contains(gas.id());
    }

    private static IntTerm gas(Frame frame, Terms terms) {
        IntTerm gas = terms.fresh(GAS, Interval.unsigned(63));
        frame.gasReadings.add(gas.id());
        return gas;
    }

    /** The value of an opcode without operands. */
    IntTerm read(Path path, Opcode opcode) {
        Frame frame = path.frame();
        Terms terms = path.terms;
        return switch (opcode) {
            case PC -> terms.constant(frame.pc);
            case MSIZE ->
                frame.memory.size().isPresent()
                        ? terms.constant((frame.memory.size().getAsInt() + 31L) / 32 * 32)
                        : terms.fresh("msize", Interval.unsigned(32));
            case ADDRESS -> frame.address;
            case CALLER -> frame.caller;
            case ORIGIN -> block.origin();
            case CALLVALUE -> frame.value;
            case SELFBALANCE -> balance(path, frame.address);
            case CALLDATASIZE -> frame.input.size();
            case CODESIZE -> terms.constant(frame.code.size());
            case RETURNDATASIZE -> frame.returnData.size();
            case TIMESTAMP -> block.timestamp();
            case NUMBER -> block.number();
            case CHAINID -> block.chainId();
            // Two readings never need to be equal, and no proof may depend on the remaining gas.
            case GAS -> gas(frame, terms);
            case COINBASE -> terms.fresh("block." + opcode, Interval.unsigned(160));
            case GASPRICE, PREVRANDAO, GASLIMIT, BASEFEE, BLOBBASEFEE ->
                terms.fresh("block." + opcode, WordArithmetic.WORD);
            default -> throw path.unsupported("the opcode " + opcode);
        };
    }

    boolean hashOfBlock(Path path, Opcode opcode) {
        Frame frame = path.frame();
        frame.pop();
        return frame.pushAndAdvance(path.terms.fresh("block." + opcode, WordArithmetic.WORD));
    }

    boolean balance(Path path) {
        Frame frame = path.frame();
        IntTerm account = path.simplifier.simplify(path.ops().address(frame.pop()));
        boolean isHere = account == frame.address
                || Terms.constantOf(account)
                        .filter(contracts.contracts()::contains)
                        .isPresent();
        // What is no contract of this chain has ether of its own on each chain.
        return frame.pushAndAdvance(
                contracts.mayBeElsewhere() && !isHere
                        ? path.terms.fresh("account.balance", WordArithmetic.WORD)
                        : balance(path, account));
    }

    private static IntTerm balance(Path path, IntTerm account) {
        return path.ops().add(path.simplifier.simplify(path.world.balance(account, path.simplifier)), path.terms.zero);
    }

    /** Reads a word of the call data. Bytes past its maximum length are zero. */
    boolean callData(Path path) {
        Frame frame = path.frame();
        IntTerm offset = path.pop();
        return frame.pushAndAdvance(path.simplifier.simplify(frame.input.at(offset, path.simplifier)));
    }

    boolean externalCode(Path path, Opcode opcode) {
        Frame frame = path.frame();
        IntTerm account = path.simplifier.simplify(path.ops().address(frame.pop()));
        Optional<BigInteger> address = Terms.constantOf(account);
        if (address.flatMap(contracts::behaviour).isPresent()) {
            IntTerm size = path.terms.fresh("account." + opcode, Interval.unsigned(16));
            path.assume(path.terms.lessOrEqual(path.terms.one, size));
            return frame.pushAndAdvance(
                    opcode == Opcode.EXTCODESIZE ? size : path.terms.fresh("account." + opcode, WordArithmetic.WORD));
        }
        Optional<Bytecode> code = address.flatMap(contracts::codeAt)
                .or(() -> path.children.at(account).map(child -> child.code().code()));
        if (opcode == Opcode.EXTCODESIZE && code.isPresent()) {
            return frame.pushAndAdvance(path.terms.constant(code.get().size()));
        }
        return frame.pushAndAdvance(path.terms.fresh(
                "account." + opcode, opcode == Opcode.EXTCODESIZE ? Interval.unsigned(16) : WordArithmetic.WORD));
    }
}
