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
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
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
    /** Of explorations, until no loop changes more than was known. */
    private static final int MOST_ROUNDS = 60;
    /** So often it is asked whether to go on at all. */
    private static final int STEPS_BETWEEN_LOOKS = 4096;
    /** In bytes: no transaction's gas pays for more. */
    private static final long LONGEST_INPUT = 1 << 20;

    private final Terms terms;
    private final KnownCode contracts;
    private final Worklist paths = new Worklist();
    private final Dispatch dispatch;
    private final boolean countsGas;
    private final LoopHeads loops;
    private final Predicate<List<BoolTerm>> possible;
    private long followed;

    /**
     * @param countsGas whether outcomes tell if they fit the gas of a transaction; if not, every inner call may run out
     * @param loops what is known of loops from earlier explorations of the same code; it is added to
     * @param possible whether conditions can hold together; may answer true when in doubt, and throw where the work is to
     *     end
     * @param unknownCode what code that nobody knows may do; empty where calls of it are refused
     */
    public Machine(
            Terms terms,
            KnownCode contracts,
            BlockSymbols block,
            boolean countsGas,
            LoopHeads loops,
            Predicate<List<BoolTerm>> possible,
            Optional<UnknownCode> unknownCode) {
        this.terms = terms;
        this.contracts = contracts;
        this.countsGas = countsGas;
        this.loops = loops;
        this.possible = possible;
        Returns returns = new Returns(paths, !countsGas);
        this.dispatch = new Dispatch(
                returns,
                new ControlFlow(paths, returns, loops, possible),
                new Calls(contracts, paths, returns, !countsGas, unknownCode),
                new MemoryOperations(returns, paths),
                new StateOperations(returns),
                new ContextOperations(contracts, block));
    }

    /** Refuses calls of code that nobody knows. */
    public Machine(
            Terms terms,
            KnownCode contracts,
            BlockSymbols block,
            boolean countsGas,
            LoopHeads loops,
            Predicate<List<BoolTerm>> possible) {
        this(terms, contracts, block, countsGas, loops, possible, Optional.empty());
    }

    /** What starts a run. */
    public record Start(
            SymbolicWorld world,
            SymbolicWorld transientWorld,
            PathFacts facts,
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
    public record Refusal(PathFacts facts, UnsupportedConstructException reason) {}

    /** @param refusals together with the outcomes they cover every case */
    public record Exploration(List<PathOutcome> outcomes, List<Refusal> refusals) {
        public Exploration {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * @throws UnsupportedConstructException if some path meets what is not modelled
     */
    public List<PathOutcome> run(Start start) {
        Exploration exploration = explore(start);
        exploration.refusals().stream().findFirst().ifPresent(refusal -> {
            throw refusal.reason();
        });
        return exploration.outcomes();
    }

    /** Follows every path as far as it is modelled. */
    public Exploration explore(Start start) {
        for (int i = 0; i < MOST_ROUNDS; i++) {
            loops.begin();
            Exploration exploration = once(start);
            if (!loops.mustRepeat()) {
                return exploration;
            }
        }
        throw new UnsupportedConstructException(
                "loops of " + contracts.nameOf(start.target()) + " that change ever more with each round");
    }

    private Exploration once(Start start) {
        paths.clear();
        List<Refusal> refusals = new ArrayList<>();
        Path path = new Path(
                terms,
                new Budget(start.input()),
                contracts,
                start.world(),
                start.transientWorld(),
                new Simplifier(terms, start.facts()));
        Bytecode code = contracts
                .codeAt(start.target())
                .orElseThrow(() -> new UnsupportedConstructException(
                        "a transaction to " + contracts.nameOf(start.target()) + ", which has no code"));
        IntTerm address = terms.constant(start.target());
        path.gas = countsGas
                ? Optional.of(GasBound.of(
                        DeployedSystem.GAS,
                        Terms.constantOf(start.input().size())
                                .map(BigInteger::longValue)
                                .orElse(LONGEST_INPUT)))
                : Optional.empty();
        SymbolicWorld entry = path.world;
        path.world = path.world.transfer(start.caller(), address, start.value());
        path.enter(new Frame(
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
                terms.zero,
                terms.zero));
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
        Budget.Steps steps = path.budget.steps(path);
        while (running) {
            if (++followed % STEPS_BETWEEN_LOOKS == 0 && !possible.test(List.of())) {
                throw new IllegalStateException("no conditions contradict each other");
            }
            steps = steps.next();
            running = dispatch.step(path);
        }
    }
}
