package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import thymus.harness.evm.Bytecode;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Facts;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * Executes bytecode on terms along every path. Jump destinations, memory places and callees must be known values on each
 * path (solc's output is of that kind); what is not is refused by name and place.
 *
 * <p>Gas is left out: running out of it reverts, and a transaction that reverts changes nothing. An inner call may run
 * out although its caller goes on, so every inner call also fails on a path of its own.
 */
public final class Machine {
    private static final int MOST_STEPS = 2_000_000;

    private final Terms terms;
    private final Contracts contracts;
    private final Worklist paths = new Worklist();
    private final Dispatch dispatch;
    private int steps;

    /**
     * @param innerCallsMayFail false for calls that are said to have gas enough
     * @param possible whether conditions can hold together; may answer true when in doubt
     */
    public Machine(
            Terms terms,
            Contracts contracts,
            BlockSymbols block,
            boolean innerCallsMayFail,
            Predicate<List<BoolTerm>> possible) {
        this.terms = terms;
        this.contracts = contracts;
        Returns returns = new Returns(paths);
        this.dispatch = new Dispatch(
                returns,
                new ControlFlow(paths, returns, possible),
                new Calls(contracts, paths, returns, innerCallsMayFail),
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
     * @throws UnsupportedConstructException if some path meets what is not modelled
     */
    public List<Outcome> run(Start start) {
        Path path = new Path(
                terms, contracts, start.world(), start.transientWorld(), new Simplifier(terms, start.facts()));
        Bytecode code = contracts
                .codeAt(start.target())
                .orElseThrow(() -> new UnsupportedConstructException(
                        "a transaction to " + contracts.nameOf(start.target()) + ", which has no code"));
        IntTerm address = terms.constant(start.target());
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
            follow(paths.next());
        }
        return paths.outcomes();
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
