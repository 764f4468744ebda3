package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import thymus.evm.code.Bytecode;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Facts;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.system.execution.DeployedSystem;

/**
 * Executes bytecode on terms along every path. Jump destinations, memory places and callees must be known values on each
 * path (solc's output is of that kind); what is not is refused by name and place.
 *
 * <p>Gas is left out of transactions: running out of it reverts, and a transaction that reverts changes nothing. An inner
 * call may run out although its caller goes on, so every inner call also fails on a path of its own. Where it counts
 * whether a call succeeds, each path has an upper bound of its gas instead.
 */
public final class Machine {
    private static final int MOST_STEPS = 2_000_000;
    /** In bytes: no transaction's gas pays for more. */
    private static final long LONGEST_INPUT = 1 << 20;

    private final Terms terms;
    private final Contracts contracts;
    private final Worklist paths = new Worklist();
    private final Dispatch dispatch;
    private final boolean countsGas;
    private int steps;

    /**
     * @param countsGas whether outcomes tell if they fit the gas of a transaction; if not, every inner call may run out
     * @param possible whether conditions can hold together; may answer true when in doubt
     */
    public Machine(
            Terms terms,
            Contracts contracts,
            BlockSymbols block,
            boolean countsGas,
            Predicate<List<BoolTerm>> possible) {
        this.terms = terms;
        this.contracts = contracts;
        this.countsGas = countsGas;
        Returns returns = new Returns(paths);
        this.dispatch = new Dispatch(
                returns,
                new ControlFlow(paths, returns, possible),
                new Calls(contracts, paths, returns, !countsGas),
                new MemoryOperations(returns),
                new StateOperations(returns),
                new ContextOperations(contracts, block));
    }

    /** What starts a run. */
    public record Start(
            SymbolicWorld world,
            SymbolicWorld transientWorld,
            Facts facts,
            BigInteger target,
            IntTerm caller,
            IntTerm value,
            CallData input,
            boolean isStatic) {}

    /**
     * A path, or a bundle of them, that was not followed to its end.
     *
     * @param facts what holds on it
     * @param reason what it met that is not modelled
     */
    public record Refusal(Facts facts, UnsupportedConstructException reason) {}

    /** @param refusals together with the outcomes they cover every case */
    public record Exploration(List<Outcome> outcomes, List<Refusal> refusals) {
        public Exploration {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * @throws UnsupportedConstructException if some path meets what is not modelled
     */
    public List<Outcome> run(Start start) {
        Exploration exploration = explore(start);
        exploration.refusals().stream().findFirst().ifPresent(refusal -> {
            throw refusal.reason();
        });
        return exploration.outcomes();
    }

    /** Follows every path as far as it is modelled. */
    public Exploration explore(Start start) {
        List<Refusal> refusals = new ArrayList<>();
        Path path = new Path(
                terms, contracts, start.world(), start.transientWorld(), new Simplifier(terms, start.facts()));
        Bytecode code = contracts
                .codeAt(start.target())
                .orElseThrow(() -> new UnsupportedConstructException(
                        "a transaction to " + contracts.nameOf(start.target()) + ", which has no code"));
        IntTerm address = terms.constant(start.target());
        path.gas = countsGas
                ? Optional.of(GasBound.of(
                        DeployedSystem.GAS,
                        Terms.constantOf(start.input().size()).map(BigInteger::longValue).orElse(LONGEST_INPUT)))
                : Optional.empty();
        SymbolicWorld entry = path.world;
        path.world = path.world.transfer(start.caller(), address, start.value());
        path.frames.add(new Frame(
                contracts.nameOf(start.target()),
                address,
                code,
                start.caller(),
                start.value(),
                start.input(),
                start.isStatic(),
                entry,
                path.transientWorld,
                0,
                0,
                0));
        paths.add(path);
        while (paths.hasNext()) {
            Path next = paths.next();
            try {
                follow(next);
            } catch (UnsupportedConstructException e) {
                refusals.add(new Refusal(next.simplifier.facts(), e));
            }
        }
        return new Exploration(paths.outcomes(), refusals);
    }

    private void follow(Path path) {
        boolean running = true;
        while (running) {
            if (++steps > MOST_STEPS) {
                throw path.unsupported("more than " + MOST_STEPS + " steps over all paths");
            }
            running = dispatch.step(path);
        }
    }
}
