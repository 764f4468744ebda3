package thymus.fuzz.run;

import thymus.evm.code.Bytecode;

/** What a campaign knows of basic blocks as goals. */
public interface BlockGoals {
    /** No block is a goal. */
    BlockGoals NONE = new BlockGoals() {
        @Override
        public int feature(Bytecode code, int pc) {
            return 0;
        }

        @Override
        public boolean isDeadEnd(Bytecode code, int pc) {
            return true;
        }
    };

    /** The feature that the block is when it runs. */
    int feature(Bytecode code, int pc);

    /** Whether the block does nothing but revert. */
    boolean isDeadEnd(Bytecode code, int pc);
}
