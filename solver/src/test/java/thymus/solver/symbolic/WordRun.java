package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import thymus.evm.primitive.Word;
import thymus.solver.term.Interval;
import thymus.solver.term.UnknownFunctions;

/** The one way through a block on known words, by the opcode table. */
final class WordRun {
    final List<BigInteger> registers;
    final List<Boolean> turns = new ArrayList<>();

    WordRun(List<BigInteger> inputs, Block program) {
        registers = new ArrayList<>(inputs);
        Optional<Block> block = Optional.of(program);
        while (block.isPresent()) {
            block.get().steps().forEach(step -> registers.add(step(step)));
            block = block.get().branch().map(this::next);
        }
    }

    private Block next(Block.Branch branch) {
        boolean taken = registers.get(branch.condition()).signum() != 0;
        turns.add(taken);
        return taken ? branch.taken() : branch.left();
    }

    private BigInteger step(Block.Step step) {
        return switch (step) {
            case Block.Step.Push p -> p.value();
            case Block.Step.Operation o ->
                o.opcode()
                        .operation()
                        .orElseThrow()
                        .apply(o.operands().stream()
                                .map(registers::get)
                                .map(Word::of)
                                .toArray(Word[]::new))
                        .toBigInteger();
            case Block.Step.Field f ->
                registers.get(f.register()).shiftRight(f.offset()).mod(BigInteger.TWO.pow(f.width()));
            case Block.Step.Memory m -> {
                byte[] memory = new byte[128];
                store(memory, 0, m.first());
                store(memory, m.secondAt(), m.second());
                memory[m.thirdAt()] = registers.get(m.third()).byteValue();
                yield new BigInteger(1, Arrays.copyOfRange(memory, m.loadAt(), m.loadAt() + 32));
            }
            case Block.Step.Element e ->
                UnknownFunctions.ARBITRARY.value(
                        SymbolicRun.ELEMENT + e.width(), List.of(registers.get(e.key())), Interval.unsigned(e.width()));
        };
    }

    private void store(byte[] memory, int at, int register) {
        System.arraycopy(Word.of(registers.get(register)).toBytes32(), 0, memory, at, 32);
    }
}
