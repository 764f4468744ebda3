package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import thymus.solver.term.TermEvaluator;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunctions;

/** A program made from a seed, with all its paths in one table of terms. */
final class ProgramCase {
    final Random random;
    final Terms terms = new Terms();
    final ProgramInputs inputs;
    final Block program;
    private final long seed;
    private final BlockMaker maker;
    private final SymbolicRun symbolic = new SymbolicRun(terms);

    ProgramCase(long seed) {
        this.seed = seed;
        random = new Random(seed);
        inputs = new ProgramInputs(terms, random);
        maker = new BlockMaker(random);
        program = maker.block(inputs.words.size(), random.nextInt(6) == 0 ? 2 : random.nextInt(5) > 0 ? 1 : 0);
    }

    List<SymbolicRun.End> ends() {
        if (symbolic.ends.isEmpty()) {
            symbolic.run(program, SymbolicRun.start(terms, inputs.words));
        }
        return symbolic.ends;
    }

    /** Values of the symbols. */
    Map<String, BigInteger> values() {
        return inputs.values(random, maker.constants);
    }

    List<SymbolicRun.End> possible(TermEvaluator meaning) {
        return ends().stream()
                .filter(end -> end.conditions().stream().allMatch(meaning::truth))
                .toList();
    }

    /** Terms where the symbols have these values and each operation left abstract is the real one. */
    static TermEvaluator meaning(Map<String, BigInteger> values) {
        return new TermEvaluator(name -> Optional.ofNullable(values.get(name)), UnknownFunctions.OPERATIONS);
    }

    @Override
    public String toString() {
        return "seed " + seed + "\n" + inputs.symbols + "\n" + program.text("");
    }
}
