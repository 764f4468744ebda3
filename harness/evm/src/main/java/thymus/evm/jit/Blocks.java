package thymus.evm.jit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Word;

/**
 * The blocks of a code that may run: from its start on, and from every JUMPDEST whose place is pushed by a block that may run.
 * A jump to a computed place may lead elsewhere; what is there is interpreted.
 */
final class Blocks {
    /** Larger blocks are cut, so that every method has a place to be split. */
    static final int MOST_INSTRUCTIONS = 120;
    /** A contract of the largest size has about 3,000; more is not made by a compiler, and would take long. */
    private static final int MOST_BLOCKS = 6000;

    private final Bytecode code;
    private final List<Block> all = new ArrayList<>();
    private final Map<Integer, Block> byStart = new HashMap<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();

    private Blocks(Bytecode code) {
        this.code = code;
    }

    /** @throws CompilationException if there are too many */
    static Blocks of(Bytecode code) {
        Blocks blocks = new Blocks(code);
        blocks.waiting.add(0);
        while (!blocks.waiting.isEmpty()) {
            blocks.read(blocks.waiting.remove());
        }
        return blocks;
    }

    private void read(int start) {
        if (byStart.containsKey(start)) {
            return;
        }
        if (all.size() == MOST_BLOCKS) {
            throw new CompilationException("the code has more than " + MOST_BLOCKS + " basic blocks");
        }
        Block block = Block.read(code, all.size(), start, MOST_INSTRUCTIONS);
        all.add(block);
        byStart.put(start, block);
        if (block.continues()) {
            waiting.add(block.end());
        }
        for (Block.Instruction instruction : block.instructions()) {
            jumpDestination(instruction).ifPresent(waiting::add);
        }
    }

    /** The place where a JUMP to the number that an instruction pushes would land. */
    OptionalInt jumpDestination(Block.Instruction push) {
        return push.opcode().isPush() ? jumpDestination(push.value()) : OptionalInt.empty();
    }

    private OptionalInt jumpDestination(Word number) {
        return number.fitsLong() && number.d() < code.size() && code.isJumpDestination((int) number.d())
                ? OptionalInt.of((int) number.d())
                : OptionalInt.empty();
    }

    /** The block where a JUMP to the number that an instruction pushes would lead. */
    Optional<Block> target(Block.Instruction push) {
        return block(jumpDestination(push));
    }

    /** The block where a JUMP to the number leads; empty where it would fail. */
    Optional<Block> target(Word number) {
        return block(jumpDestination(number));
    }

    private Optional<Block> block(OptionalInt place) {
        return place.isPresent() ? Optional.ofNullable(byStart.get(place.getAsInt())) : Optional.empty();
    }

    List<Block> all() {
        return all;
    }

    Block startingAt(int pc) {
        return byStart.get(pc);
    }

    /** The one behind a block that continues. */
    Block after(Block block) {
        return byStart.get(block.end());
    }
}
