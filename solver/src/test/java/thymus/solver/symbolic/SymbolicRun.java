package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.List;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/**
 * All ways through a block on terms, as {@link Machine} goes them: what a branch tells is carried into every register.
 */
final class SymbolicRun {
    static final String ELEMENT = "element";

    private final Terms terms;
    final List<End> ends = new ArrayList<>();

    /** @param turns for each branch, whether it was taken */
    record End(List<IntTerm> registers, List<BoolTerm> conditions, PathFacts facts, List<Boolean> turns) {}

    SymbolicRun(Terms terms) {
        this.terms = terms;
    }

    void run(Block block, End from) {
        List<IntTerm> registers = new ArrayList<>(from.registers());
        Simplifier simplifier = new Simplifier(terms, from.facts());
        WordArithmetic ops = new WordArithmetic(simplifier);
        for (Block.Step step : block.steps()) {
            registers.add(step(step, registers, ops));
        }
        End end = new End(registers, from.conditions(), from.facts(), from.turns());
        if (block.branch().isEmpty()) {
            ends.add(end);
            return;
        }
        Block.Branch branch = block.branch().get();
        BoolTerm condition = ops.isTrue(registers.get(branch.condition()));
        turn(branch.taken(), end, condition, true);
        turn(branch.left(), end, terms.not(condition), false);
    }

    private void turn(Block block, End from, BoolTerm condition, boolean taken) {
        if (condition == terms.no) {
            return;
        }
        List<Boolean> turns = new ArrayList<>(from.turns());
        turns.add(taken);
        if (condition == terms.yes) {
            run(block, new End(from.registers(), from.conditions(), from.facts(), turns));
            return;
        }
        List<BoolTerm> conditions = new ArrayList<>(from.conditions());
        conditions.add(condition);
        PathFacts facts = from.facts().assume(condition);
        if (!facts.isContradictory()) {
            Simplifier simplifier = new Simplifier(terms, facts);
            List<IntTerm> registers =
                    from.registers().stream().map(simplifier::simplify).toList();
            run(block, new End(registers, conditions, facts, turns));
        }
    }

    private IntTerm step(Block.Step step, List<IntTerm> registers, WordArithmetic ops) {
        return switch (step) {
            case Block.Step.Push p -> terms.constant(p.value());
            case Block.Step.Operation o ->
                PureOperations.apply(
                                o.opcode(),
                                ops,
                                o.operands().stream().map(registers::get).toArray(IntTerm[]::new),
                                terms)
                        .orElseThrow();
            case Block.Step.Field f -> ops.field(registers.get(f.register()), f.offset(), f.width());
            case Block.Step.Memory m -> {
                ByteRun memory = new ByteRun();
                memory.storeWord(0, registers.get(m.first()));
                memory.storeWord(m.secondAt(), registers.get(m.second()));
                memory.storeByte(m.thirdAt(), registers.get(m.third()));
                yield memory.word(m.loadAt(), ops, terms);
            }
            case Block.Step.Element e ->
                terms.apply(
                        UnknownFunction.into(ELEMENT + e.width(), Interval.unsigned(e.width())),
                        List.of(registers.get(e.key())));
        };
    }

    static End start(Terms terms, List<IntTerm> registers) {
        return new End(registers, List.of(), PathFacts.none(terms), List.of());
    }
}
