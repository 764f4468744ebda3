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
 * The basic blocks that can run: the first one, and every JUMPDEST whose pc is pushed by such a block. A computed jump
 * may lead elsewhere; that code is interpreted.
 */
final class Blocks {
    /** Larger blocks are cut, so that every method can be split. */
    static final int MOST_INSTRUCTIONS = 120;
    /** A contract of the largest size has about 3,000. More blocks do not come from a compiler and would take long. */
    private static final int MOST_BLOCKS = 6000;

    private final Bytecode code;
    private final List<Block> all = new ArrayList<>();
    private final Map<Integer, Block> byStart = new HashMap<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();

    private Blocks(Bytecode code) {
        this.code = code;
    }

    /** @throws CompilationException if there are too many blocks */
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

    /** The pc that a JUMP to the immediate value of a PUSH would reach. */
    OptionalInt jumpDestination(Block.Instruction push) {
        return push.opcode().isPush() ? jumpDestination(push.value()) : OptionalInt.empty();
    }

    private OptionalInt jumpDestination(Word number) {
        return number.fitsLong() && number.d() < code.size() && code.isJumpDestination((int) number.d())
                ? OptionalInt.of((int) number.d())
                : OptionalInt.empty();
    }

    /** The block that a JUMP to the immediate value of a PUSH would reach. */
    Optional<Block> target(Block.Instruction push) {
        return block(jumpDestination(push));
    }

    /** The block that a JUMP to the word reaches; empty if the jump would fail. */
    Optional<Block> target(Word number) {
        return block(jumpDestination(number));
    }

    private Optional<Block> block(OptionalInt pc) {
        return pc.isPresent() ? Optional.ofNullable(byStart.get(pc.getAsInt())) : Optional.empty();
    }

    List<Block> all() {
        return all;
    }

    Block startingAt(int pc) {
        return byStart.get(pc);
    }

    /** The block behind a block that can fall through. */
    Block after(Block block) {
        return byStart.get(block.end());
    }
}
