package thymus.fuzz.run;

import java.util.List;
import thymus.evm.code.Bytecode;

/** What a campaign knows of basic blocks as goals. */
public interface BlockGoals {
    /** No block is a goal. */
    BlockGoals NONE = new BlockGoals() {
        @Override
        public List<Side> sides() {
            return List.of();
        }

        @Override
        public int feature(Bytecode code, int pc) {
            return 0;
        }

        @Override
        public boolean isDeadEnd(Bytecode code, int pc) {
            return true;
        }
    };

    /**
     * A block that a conditional jump may enter.
     *
     * @param from the feature of the block that ends in the jump
     */
    record Side(int from, Bytecode code, int pc) {}

    /** Both sides of every conditional jump whose target stands beside it. */
    List<Side> sides();

    /** The feature that the block is when it runs. */
    int feature(Bytecode code, int pc);

    /** Whether the block does nothing but revert. */
    boolean isDeadEnd(Bytecode code, int pc);
}
