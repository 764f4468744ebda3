package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.SystemModel;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.Ether;
import thymus.solver.state.Region;
import thymus.solver.state.StateSource;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.BlockSymbols;
import thymus.solver.symbolic.CallData;
import thymus.solver.symbolic.CreatedCode;
import thymus.solver.symbolic.KnownCode;
import thymus.solver.symbolic.LoopHeads;
import thymus.solver.symbolic.Machine;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Terms;
import thymus.spec.text.NumberText;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.SetupTransaction;

/**
 * Runs setup on terms, with an unknown for each parameter of the deployment: what it leaves in storage and in
 * immutables is then known for every value with which it succeeds.
 *
 * <p>A setup that takes different paths for different values is refused, and so is one on a fork.
 */
final class SymbolicSetup {
    private final DeployedSystem system;
    private final SystemModel model;
    private final Terms terms;
    private final KnownCode deployed;
    private final Predicate<List<BoolTerm>> possible;
    private final Set<BigInteger> standing = new HashSet<>();
    private final Map<BigInteger, Map<Integer, IntTerm>> openWords = new HashMap<>();

    /**
     * What setup leaves.
     *
     * @param facts what is true of the parameters where setup succeeds
     * @param openWords by the address of the contract: words of its code that are no numbers
     */
    record Result(SymbolicWorld world, List<BoolTerm> facts, Map<BigInteger, Map<Integer, IntTerm>> openWords) {}

    private SymbolicSetup(
            DeployedSystem system, SystemModel model, KnownCode deployed, Predicate<List<BoolTerm>> possible) {
        this.system = system;
        this.model = model;
        this.terms = model.terms();
        this.deployed = deployed;
        this.possible = possible;
    }

    /**
     * @param deployed the contracts after setup, with any values of the parameters
     * @param possible whether conditions can hold together; may answer true when in doubt
     * @throws UnsupportedConstructException if setup has what is not modelled
     */
    static Result run(
            DeployedSystem system, SystemModel model, KnownCode deployed, Predicate<List<BoolTerm>> possible) {
        try {
            if (system.fork().isPresent()) {
                throw new UnsupportedConstructException("a fork to begin with");
            }
            if (!system.specification().callees().isEmpty()) {
                throw new UnsupportedConstructException("contracts whose code is not read");
            }
            return new SymbolicSetup(system, model, deployed, possible).run();
        } catch (UnsupportedConstructException e) {
            String names = String.join(", ", system.specification().parameters().keySet());
            throw new UnsupportedConstructException(
                    (system.specification().parameters().size() == 1
                                    ? "the parameter " + names + " is sampled only"
                                    : "the parameters " + names + " are sampled only")
                            + ", because setup has " + e.getMessage());
        }
    }

    private Result run() {
        SymbolicWorld world = model.world(new NothingDeployed(terms, this::isContract));
        PathFacts facts = PathFacts.none(terms);
        List<BoolTerm> conditions = new ArrayList<>();
        for (SetupTransaction transaction : system.setup()) {
            PathOutcome outcome = only(explore(transaction, world, facts));
            world = outcome.world();
            facts = outcome.facts();
            conditions.addAll(outcome.conditions());
            transaction.receipt().created().ifPresent(address -> stand(address, outcome));
        }
        requireKnownEther(world.ether());
        return new Result(world, List.copyOf(conditions), Map.copyOf(openWords));
    }

    private boolean isContract(BigInteger address) {
        return system.artifactAt(address(address)).isPresent();
    }

    private Machine.Exploration explore(SetupTransaction transaction, SymbolicWorld world, PathFacts facts) {
        Map<Integer, IntTerm> words = new HashMap<>();
        transaction.parameters().forEach((offset, name) -> words.put(offset, model.parameterWord(name)));
        IntTerm sender = number(transaction.sender());
        BlockSymbols block = new BlockSymbols(
                terms.constant(system.specification().startTime()),
                terms.constant(system.chain().number()),
                sender,
                terms.constant(system.chain().block().chainId().toBigInteger()));
        Machine machine = new Machine(terms, new Standing(), block, true, new LoopHeads(), possible);
        boolean creates = transaction.to().isEmpty();
        Address target =
                transaction.to().or(() -> transaction.receipt().created()).orElseThrow();
        return machine.explore(new Machine.Start(
                world,
                model.emptyTransientWorld(),
                facts,
                target.word().toBigInteger(),
                sender,
                terms.constant(transaction.value()),
                true,
                creates ? CallData.none(terms) : CallData.of(transaction.data(), words, terms),
                false,
                creates
                        ? Optional.of(new Machine.Creation(Bytecode.of(transaction.data()), words))
                        : Optional.empty()));
    }

    /** The path that succeeds; with what makes others succeed or fail there is no deployment. */
    private PathOutcome only(Machine.Exploration exploration) {
        exploration.refusals().stream().findFirst().ifPresent(refusal -> {
            throw refusal.reason();
        });
        List<PathOutcome> succeeding = exploration.outcomes().stream()
                .filter(outcome -> outcome.ok() && possible.test(outcome.conditions()))
                .toList();
        if (succeeding.size() != 1) {
            throw new UnsupportedConstructException(
                    NumberText.count(succeeding.size(), "path") + " that succeed, depending on the values");
        }
        PathOutcome outcome = succeeding.getFirst();
        if (outcome.gas() == PathOutcome.Gas.PERHAPS_ELSEWHERE
                || !outcome.interruptions().isEmpty()) {
            throw new UnsupportedConstructException("calls that may run out of gas");
        }
        return outcome;
    }

    /** The contract is there from now on. Its code has to be what stands on the chain, but for open words. */
    private void stand(Address address, PathOutcome outcome) {
        BigInteger place = address.word().toBigInteger();
        Bytecode code = system.chain().world().code(address);
        CreatedCode created = outcome.created()
                .filter(c -> c.isWhole() && c.bytes().length == code.size())
                .orElseThrow(() -> new UnsupportedConstructException(
                        "a constructor of " + deployed.nameOf(place) + " that returns code which is not known"));
        byte[] known = created.bytes();
        for (int pc = 0; pc < code.size(); pc = code.next(pc)) {
            boolean open = created.openWords().containsKey(pc + 1) && Opcode.at(code, pc) == Opcode.PUSH32;
            for (int i = pc; i < code.next(pc) && i < code.size(); i++) {
                if (i > pc && open) {
                    continue;
                }
                if (isOpen(created, i) || known[i] != code.byteAt(i)) {
                    throw new UnsupportedConstructException(
                            "code of " + deployed.nameOf(place) + " that depends on the values, immutables apart");
                }
            }
        }
        standing.add(place);
        openWords.put(place, created.openWords());
    }

    private static boolean isOpen(CreatedCode created, int index) {
        return created.openWords().keySet().stream().anyMatch(begin -> begin <= index && index < begin + 32);
    }

    private static void requireKnownEther(Ether ether) {
        boolean known = ether.renewed().isEmpty()
                && ether.changes().stream()
                        .allMatch(change -> change.wei() instanceof IntTerm.Constant
                                && change.account() instanceof IntTerm.Constant);
        if (!known) {
            throw new UnsupportedConstructException("payments of ether that depend on the values");
        }
    }

    private IntTerm number(Address address) {
        return terms.constant(address.word().toBigInteger());
    }

    private static Address address(BigInteger number) {
        return Address.of(Word.of(number));
    }

    /** The contracts that stand already. */
    private final class Standing implements KnownCode {
        @Override
        public Optional<Bytecode> codeAt(BigInteger address) {
            return standing.contains(address) || !isContract(address) ? deployed.codeAt(address) : Optional.empty();
        }

        @Override
        public Map<Integer, IntTerm> openWords(BigInteger address) {
            return openWords.getOrDefault(address, Map.of());
        }

        @Override
        public String nameOf(BigInteger address) {
            return deployed.nameOf(address);
        }

        @Override
        public boolean isKnown(BigInteger address) {
            return deployed.isKnown(address);
        }

        @Override
        public String place(Bytecode code, int pc, OptionalInt selector, List<Integer> returns) {
            return deployed.place(code, pc, selector, returns);
        }
    }

    /** Before setup: no storage, and contracts without ether. */
    private record NothingDeployed(Terms terms, Predicate<BigInteger> isContract) implements StateSource {
        @Override
        public IntTerm initial(Region region, int field, List<IntTerm> keys) {
            return terms.zero;
        }

        @Override
        public IntTerm initialSum(Region region, int field, List<IntTerm> prefix) {
            return terms.zero;
        }

        @Override
        public IntTerm initialBalance(IntTerm account) {
            return Terms.constantOf(account).filter(isContract).isPresent()
                    ? terms.zero
                    : terms.apply(ArbitrarySource.ETHER, List.of(account));
        }

        @Override
        public StateSource later(String time) {
            throw new IllegalStateException("setup calls no code that is not known");
        }
    }
}
