package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.fixtures.Repository;
import thymus.solver.Corpus;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.SystemModel;
import thymus.solver.state.BitField;
import thymus.solver.state.EmptySource;
import thymus.solver.state.FieldLayout;
import thymus.solver.state.Region;
import thymus.solver.state.SlotReader;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.Agreement;
import thymus.solver.symbolic.BlockSymbols;
import thymus.solver.symbolic.CallInput;
import thymus.solver.symbolic.ConcreteStorage;
import thymus.solver.symbolic.Inclusion;
import thymus.solver.symbolic.LoopHeads;
import thymus.solver.symbolic.Machine;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.term.Interval;
import thymus.solver.term.Numbers;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunctions;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.DeployedSystem;

/**
 * Functions as compilers emit them: what the prover reads in them for any state, caller and time is what the
 * interpreter does for known ones. Sequences of calls lead to the states; in some of them a variable is overwritten now
 * and then, for the prover's arbitrary state need not be one that calls lead to.
 */
@Tag("integration")
class CompiledFunctionsAgreeWithInterpreterTest {
    private static final int SEQUENCES = 500;
    private static final int CALLS = 40;
    private static final int PLAIN_SLOTS = 12;

    /**
     * The prover takes any base fee, any outcome of a call that is given little gas, and any round of a loop without a
     * known bound, where the interpreter has one.
     */
    private static final Set<String> READS_ANY_VALUE =
            Set.of("basefee", "gas-limited", "gas-caught", "gas-stored", "untouched-memory");

    static List<Path> systems() throws Exception {
        List<Path> files = new ArrayList<>(List.of(Repository.vault()));
        files.addAll(Repository.broken());
        FalseClaimsAreNeverProvedTest.files().stream()
                .filter(file ->
                        !READS_ANY_VALUE.contains(file.getParent().getFileName().toString()))
                .forEach(files::add);
        return files;
    }

    @ParameterizedTest
    @MethodSource("systems")
    void onePathHoldsAndEndsAsTheCallDoes(Path file) {
        Reading reading = read(file);
        Random random = new Random(file.getFileName().toString().hashCode());
        int sequences = file.equals(Repository.vault()) ? SEQUENCES : SEQUENCES / 40;
        for (int i = 0; i < sequences; i++) {
            reading.sequence(random);
        }
        if (sequences == SEQUENCES) {
            assertEquals(Set.of(), reading.neverSucceeded(), "functions of which no call succeeded");
        }
    }

    private static Reading read(Path file) {
        try {
            return new Reading(Corpus.deploy(file));
        } catch (UnsupportedConstructException e) {
            return Assumptions.abort("the prover refuses it: " + e.getMessage());
        }
    }

    /** What the prover reads of each contract, and the chain that it is compared with. */
    private static final class Reading {
        private final DeployedSystem system;
        private final LocalChain chain;
        private final Terms terms = new Terms();
        private final SystemModel model;
        private final ConcreteStorage source;
        private final Map<String, List<PathOutcome>> outcomes = new LinkedHashMap<>();
        private final Set<String> succeeded = new TreeSet<>();

        Reading(DeployedSystem system) {
            this.system = system;
            this.chain = system.chain();
            Deployment deployment = new Deployment(system, terms);
            model = deployment.model(conditions -> true);
            source = new ConcreteStorage(terms, model.layout());
            for (String instance : system.specification().instances().keySet()) {
                BlockSymbols block = new BlockSymbols(
                        terms.symbol("timestamp", Interval.unsigned(64)),
                        terms.symbol("number", Interval.unsigned(64)),
                        terms.symbol("caller", Interval.unsigned(160)),
                        terms.constant(deployment.chainId()));
                SlotReader slots = new SlotReader(terms, (contract, slot) -> Optional.empty());
                outcomes.put(
                        instance,
                        new Machine(terms, deployment, block, true, new LoopHeads(), conditions -> true)
                                .run(new Machine.Start(
                                        model.world(source),
                                        new SymbolicWorld(terms, slots, new FieldLayout(), new EmptySource(terms)),
                                        PathFacts.none(terms),
                                        deployment.addresses().get(instance),
                                        terms.symbol("caller", Interval.unsigned(160)),
                                        terms.symbol("value", Interval.unsigned(256)),
                                        CallInput.arbitrary(terms),
                                        false)));
            }
        }

        void sequence(Random random) {
            RandomCalls calls = new RandomCalls(system, random);
            List<String> instances = List.copyOf(outcomes.keySet());
            boolean overwrites = random.nextBoolean();
            int setup = chain.snapshot();
            for (int i = 0; i < CALLS; i++) {
                String instance = instances.get(random.nextInt(instances.size()));
                FunctionModel function = calls.function(instance);
                chain.advance(random.nextInt(3) == 0 ? random.nextInt(8000) : random.nextInt(3), random.nextInt(2));
                if (overwrites && random.nextInt(6) == 0) {
                    overwrite(instances.get(random.nextInt(instances.size())), random);
                }
                compare(instance, function, calls);
            }
            chain.rollback(setup);
        }

        private void overwrite(String instance, Random random) {
            Set<Word> slots = new TreeSet<>(storage(instance).keySet());
            for (int i = 0; i < PLAIN_SLOTS; i++) {
                slots.add(Word.of(i));
            }
            Word slot = List.copyOf(slots).get(random.nextInt(slots.size()));
            List<BitField> fields = model.layout().of(Region.plain(instance, slot.toBigInteger()));
            BitField field = fields.get(random.nextInt(fields.size()));
            BigInteger mask = BigInteger.TWO.pow(field.width()).subtract(BigInteger.ONE);
            BigInteger rest = chain.world()
                    .storage(system.addressOf(instance), slot)
                    .toBigInteger()
                    .andNot(mask.shiftLeft(field.offset()));
            BigInteger word = rest.or(Numbers.upTo(mask, random).shiftLeft(field.offset()));
            chain.world().setStorage(system.addressOf(instance), slot, Word.of(word));
        }

        private void compare(String instance, FunctionModel function, RandomCalls calls) {
            Map<String, Map<Word, Word>> before = storages();
            Address sender = Address.of(Word.of(calls.sender()));
            BigInteger value = calls.value();
            byte[] data = calls.data(function);
            chain.world().setBalance(sender, Word.of(BigInteger.TWO.pow(100)));
            Map<String, BigInteger> symbols = CallInput.symbols(data);
            symbols.put("caller", sender.word().toBigInteger());
            symbols.put("value", value);
            symbols.put("timestamp", BigInteger.valueOf(chain.timestamp()));
            symbols.put("number", BigInteger.valueOf(chain.number()));
            Receipt receipt = chain.send(new LocalChain.Call(
                    sender, Optional.of(system.addressOf(instance)), Word.of(value), data, DeployedSystem.GAS));
            if (Inclusion.approximates(terms, outcomes.get(instance))) {
                include(instance, receipt, data, symbols, before);
                return;
            }
            Agreement agreement = new Agreement(
                    receipt,
                    source.evaluator(symbols, before::get),
                    () -> instance + "." + function.name() + " with "
                            + HexFormat.of().formatHex(data) + ", " + symbols + ", on " + before);
            PathOutcome outcome = agreement.only(outcomes.get(instance));
            for (String contract : before.keySet()) {
                agreement.storage(outcome, contract, before.get(contract), storage(contract));
            }
            if (receipt.ok()) {
                succeeded.add(instance + "." + function.signature());
            }
        }

        private void include(
                String instance,
                Receipt receipt,
                byte[] data,
                Map<String, BigInteger> symbols,
                Map<String, Map<Word, Word>> before) {
            UnknownFunctions functions = source.functions(before::get);
            Inclusion inclusion = new Inclusion(
                    terms, symbols, name -> source.isKnown(name) ? Optional.of(functions) : Optional.empty());
            assertTrue(
                    inclusion.includes(outcomes.get(instance), receipt, instance, storage(instance)),
                    () -> instance + " with " + HexFormat.of().formatHex(data) + ", " + symbols + ", on " + before);
        }

        private Map<String, Map<Word, Word>> storages() {
            Map<String, Map<Word, Word>> storages = new HashMap<>();
            outcomes.keySet().forEach(instance -> storages.put(instance, storage(instance)));
            return storages;
        }

        private Map<Word, Word> storage(String instance) {
            Map<Word, Word> storage = new HashMap<>(chain.world().storage(system.addressOf(instance)));
            storage.values().removeIf(Word::isZero);
            return storage;
        }

        Set<String> neverSucceeded() {
            return outcomes.keySet().stream()
                    .flatMap(i -> system.functions(i).stream().map(f -> i + "." + f.signature()))
                    .filter(name -> !succeeded.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
