package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Mark;

/** Makes the last step again, in another state or without a contract, and compares. Everything is taken back. */
final class TwoRuns {
    private final DeployedSystem system;
    private final World world;
    private Optional<Latest> latest = Optional.empty();

    private record Latest(SettledState state, ComparedRuns runs) {}

    /** A step with the state that it found and the one that it left. */
    record Run(Receipt receipt, SortedMap<WorldImage.Cell, Word> before, SortedMap<WorldImage.Cell, Word> after) {
        boolean changes(WorldImage.Cell cell) {
            return !value(before, cell).equals(value(after, cell));
        }
    }

    TwoRuns(DeployedSystem system) {
        this.system = system;
        this.world = system.chain().world();
    }

    private static Word value(SortedMap<WorldImage.Cell, Word> image, WorldImage.Cell cell) {
        return image.getOrDefault(cell, Word.ZERO);
    }

    /** The comparison that was made last in the present state. */
    Optional<ComparedRuns> latest() {
        return latest.filter(l -> l.state() == system.history().current()).map(Latest::runs);
    }

    /** What the last step has changed beside the marks, in words. */
    Optional<String> effect(Receipt receipt, List<Mark> marks, Scope<BigInteger, Boolean> offender) {
        Run run = here(receipt);
        Excepted excepted = new Excepted(system);
        excepted.add(marks, offender);
        RunText text = new RunText(system);
        for (WorldImage.Cell cell : cells(run)) {
            Word before = excepted.compared(cell, value(run.before(), cell));
            Word after = excepted.compared(cell, value(run.after(), cell));
            if (!before.equals(after)) {
                return text.difference(cell, before, after)
                        .map(row -> row.what() + " was " + row.here() + " and is " + row.there());
            }
        }
        return Optional.empty();
    }

    /**
     * The first difference between the last step and the same one without the step before it.
     *
     * @return empty if there is none, or the step cannot be made there
     */
    Optional<String> withoutLast(StepRunner.Executed executed, List<Mark> marks, Scope<BigInteger, Boolean> offender) {
        SettledState now = system.history().current();
        Optional<SettledState> last =
                now.before().filter(state -> state.before().isPresent());
        if (last.isEmpty() || executed.step().sameTransaction() || isLimited(executed)) {
            return Optional.empty();
        }
        return noting(() -> {
            Optional<Run> there = world.visit(
                    last.get().mark(),
                    () -> system.steps().again(executed.step(), last.get().callbacks(), Optional.empty(), now));
            Excepted excepted = new Excepted(system);
            excepted.add(marks, offender);
            return there.flatMap(run -> compare(executed, run, excepted, "after the offence", "without it")
                    .text());
        });
    }

    /** The first difference between the last step and the same one without the contract. */
    Optional<String> without(StepRunner.Executed executed, String contract) {
        if (isLimited(executed)) {
            return Optional.empty();
        }
        SettledState now = system.history().current();
        Address address = system.addressOf(contract);
        return noting(() -> {
            Optional<Run> there = world.visit(now.mark(), () -> {
                world.setCode(address, AbsentContract.CODE);
                return system.steps()
                        .again(executed.step(), now.callbacks(), now.before().flatMap(SettledState::open), now);
            });
            Excepted excepted = new Excepted(system);
            excepted.addContract(address);
            return there.flatMap(run -> compare(executed, run, excepted, "with " + contract, "without it")
                    .text());
        });
    }

    /** What is given little gas may run out of it in one run alone. */
    private static boolean isLimited(StepRunner.Executed executed) {
        return executed.step().gas() != Step.ALL_GAS;
    }

    /** Keys of mappings that only the other run hashes are known while the runs are compared. */
    private <T> T noting(Supplier<T> comparison) {
        int preimages = system.preimages().snapshot();
        int slots = system.slots().snapshot();
        try {
            return comparison.get();
        } finally {
            system.preimages().rollback(preimages);
            system.slots().rollback(slots);
        }
    }

    private Run here(Receipt receipt) {
        return new Run(
                receipt,
                world.visit(system.history().current().mark(), () -> WorldImage.of(world)),
                WorldImage.of(world));
    }

    private ComparedRuns compare(
            StepRunner.Executed executed, Run there, Excepted excepted, String with, String without) {
        Run here = here(executed.receipt());
        RunText text = new RunText(system);
        List<ComparedRuns.Row> rows = text.outcomes(executed.step(), executed.receipt(), there.receipt(), excepted);
        SortedMap<WorldImage.Cell, Word> changed = new TreeMap<>();
        cells(here).forEach(cell -> changed.put(cell, Word.ZERO));
        cells(there).forEach(cell -> changed.put(cell, Word.ZERO));
        for (WorldImage.Cell cell : changed.keySet()) {
            Word ours = excepted.compared(cell, value(here.after(), cell));
            Word theirs = excepted.compared(cell, value(there.after(), cell));
            rows.addAll(text.rows(cell, ours, theirs));
        }
        ComparedRuns runs = new ComparedRuns(with, without, rows);
        latest = Optional.of(new Latest(system.history().current(), runs));
        return runs;
    }

    private static TreeSet<WorldImage.Cell> cells(Run run) {
        TreeSet<WorldImage.Cell> cells = new TreeSet<>(run.before().keySet());
        cells.addAll(run.after().keySet());
        cells.removeIf(cell -> !run.changes(cell));
        return cells;
    }
}
