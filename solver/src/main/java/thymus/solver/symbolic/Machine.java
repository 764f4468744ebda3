package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Executes bytecode on terms along every path. Jump destinations, memory offsets and callees must be known on each
 * path, as they are in solc's output. An unknown one is refused with its location.
 *
 * <p>Transactions do not model gas: one that runs out of gas reverts and changes nothing. An inner call may run out of
 * gas while its caller continues, so every inner call also fails on a separate path. If the success of a call matters,
 * each path has an upper bound of its gas instead.
 */
public final class Machine {
    /** The maximum number of explorations until no loop changes more than was known. */
    private static final int MOST_ROUNDS = 60;
    /** The number of steps between two checks whether to continue. */
    private static final int STEPS_BETWEEN_LOOKS = 4096;
    /** The maximum input in bytes that the gas of a transaction pays for. */
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
     * @param countsGas whether outcomes state if they fit the gas of a transaction; otherwise every inner call may run
     *     out of gas
     * @param loops the knowledge about loops from earlier explorations of the same code, which is extended
     * @param possible whether conditions are satisfiable together; may return true if in doubt, and throw to end the
     *     work
     * @param unknownCode the possible effects of unknown code; empty if calls to it are refused
     */
    public Machine(
            Terms terms,
            KnownCode contracts,
            BlockSymbols block,
            boolean countsGas,
            LoopHeads loops,
            Predicate<List<BoolTerm>> possible,
            Optional<UnknownCode> unknownCode) {
        this(terms, contracts, block, countsGas, loops, possible, unknownCode, Optional.empty(), false);
    }

    /** A machine for what a function returns: it counts gas, and unknown code answers anything. */
    public static Machine asking(
            Terms terms, KnownCode contracts, BlockSymbols block, Predicate<List<BoolTerm>> possible) {
        return new Machine(
                terms, contracts, block, true, new LoopHeads(), possible, Optional.empty(), Optional.empty(), true);
    }

    /** A machine that follows a recorded execution, refuses calls to unknown code and counts gas. */
    public Machine(
            Terms terms,
            KnownCode contracts,
            BlockSymbols block,
            Predicate<List<BoolTerm>> possible,
            BranchGuide guide) {
        this(terms, contracts, block, true, new LoopHeads(), possible, Optional.empty(), Optional.of(guide), false);
    }

    private Machine(
            Terms terms,
            KnownCode contracts,
            BlockSymbols block,
            boolean countsGas,
            LoopHeads loops,
            Predicate<List<BoolTerm>> possible,
            Optional<UnknownCode> unknownCode,
            Optional<BranchGuide> guide,
            boolean asks) {
        this.terms = terms;
        this.contracts = contracts;
        this.countsGas = countsGas;
        this.loops = loops;
        this.possible = possible;
        Returns returns = new Returns(paths, !countsGas);
        Optional<UnknownCalls> unknown = unknownCode.map(code -> new UnknownCalls(contracts, code, paths, returns));
        Calls calls = new Calls(contracts, paths, returns, !countsGas, unknown, asks);
        this.dispatch = new Dispatch(
                returns,
                new ControlFlow(paths, returns, loops, possible, guide),
                calls,
                new Creations(paths, returns, unknown, calls),
                new MemoryOperations(returns, paths),
                new StateOperations(returns, new SlotCases(paths, possible), unknownCode.isPresent()),
                new ContextOperations(contracts, block),
                new ShiftCases(paths, possible));
    }

    /** A machine that refuses calls to unknown code. */
    public Machine(
            Terms terms,
            KnownCode contracts,
            BlockSymbols block,
            boolean countsGas,
            LoopHeads loops,
            Predicate<List<BoolTerm>> possible) {
        this(terms, contracts, block, countsGas, loops, possible, Optional.empty());
    }

    /**
     * Code that creates a contract.
     *
     * @param code with the arguments of the constructor behind it
     * @param openWords words of it that are no numbers, by their offsets
     */
    public record Creation(Bytecode code, Map<Integer, IntTerm> openWords) {
        public Creation {
            openWords = Map.copyOf(openWords);
        }
    }

    /**
     * The start of a run.
     *
     * @param isPaid whether the call's ether has still to be moved from the caller
     * @param creation the code to run where the target is yet to be created; empty for the target's own
     */
    public record Start(
            SymbolicWorld world,
            SymbolicWorld transientWorld,
            PathFacts facts,
            BigInteger target,
            IntTerm caller,
            IntTerm value,
            boolean isPaid,
            CallData input,
            boolean isStatic,
            Optional<Creation> creation) {
        /** A call of the target. */
        public Start(
                SymbolicWorld world,
                SymbolicWorld transientWorld,
                PathFacts facts,
                BigInteger target,
                IntTerm caller,
                IntTerm value,
                CallData input,
                boolean isStatic) {
            this(world, transientWorld, facts, target, caller, value, true, input, isStatic, Optional.empty());
        }
    }

    /**
     * A path, or a set of paths, that was not followed to its end.
     *
     * @param facts the facts of the path
     * @param reason the unsupported construct
     */
    public record Refusal(PathFacts facts, UnsupportedConstructException reason) {}

    /**
     * @param refusals cover every case together with the outcomes
     * @param rounds paths up to the end of a round of a loop, from where an outcome stands for them
     */
    public record Exploration(List<PathOutcome> outcomes, List<Refusal> refusals, List<PathOutcome> rounds) {
        public Exploration {
            refusals = List.copyOf(refusals);
            rounds = List.copyOf(rounds);
        }
    }

    /** @throws UnsupportedConstructException if some path reaches an unsupported construct */
    public List<PathOutcome> run(Start start) {
        Exploration exploration = explore(start);
        exploration.refusals().stream().findFirst().ifPresent(refusal -> {
            throw refusal.reason();
        });
        return exploration.outcomes();
    }

    /** Follows every path as far as its constructs are supported. */
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
        path.returnsCode = start.creation().isPresent();
        Bytecode code = start.creation()
                .map(Creation::code)
                .or(() -> contracts.codeAt(start.target()))
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
        if (start.isPaid()) {
            path.world = path.world.transfer(contracts.holder(start.caller(), path.simplifier), address, start.value());
        }
        path.enter(new Frame(
                contracts.nameOf(start.target()),
                address,
                code,
                start.creation().map(Creation::openWords).orElseGet(() -> contracts.openWords(start.target())),
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
        while (paths.hasNext() && !loops.isAbandoned()) {
            Path next = paths.next();
            try {
                follow(next);
            } catch (UnsupportedConstructException e) {
                retreat(next, e).ifPresent(refusals::add);
            }
        }
        return new Exploration(paths.outcomes(), refusals, paths.rounds());
    }

    /** The code of a created contract that cannot be read is unknown code. Other code is refused. */
    private Optional<Refusal> retreat(Path path, UnsupportedConstructException reason) {
        Optional<Retreat> retreat = path.retreat();
        if (retreat.isEmpty()) {
            return Optional.of(new Refusal(path.simplifier.facts(), reason));
        }
        try {
            retreat.get().take().ifPresent(paths::add);
            return Optional.empty();
        } catch (UnsupportedConstructException e) {
            return retreat(retreat.get().before(), e);
        }
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
