package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.evm.EvmFork;
import thymus.evm.chain.LocalChain;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.solver.state.EmptySource;
import thymus.solver.state.FieldLayout;
import thymus.solver.state.SlotReader;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.Interval;
import thymus.solver.term.Numbers;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunctions;

/** Symbolic execution over any call data and storage, held to the interpreter for known ones. */
@Tag("integration")
@net.jqwik.api.Tag("integration")
class MachineAgreesWithInterpreterTest {
    private static final Address TARGET = Address.of(0xc0de);
    private static final Address CALLEE = Address.of(0xca11ee);
    private static final Address SENDER = Address.of(0xa11ce);

    /** The outcomes of all calls of a code. */
    private static final class Run {
        final Terms terms = new Terms();
        final ConcreteStorage storage = new ConcreteStorage(terms, new FieldLayout());
        final Map<Address, byte[]> codes;
        final List<PathOutcome> outcomes;

        Run(Map<Address, byte[]> codes) {
            this.codes = codes;
            SlotReader slots = new SlotReader(terms, (contract, slot) -> Optional.empty());
            KnownCode contracts = new KnownCode() {
                @Override
                public Optional<Bytecode> codeAt(BigInteger address) {
                    return Optional.ofNullable(codes.get(Address.of(Word.of(address))))
                            .map(Bytecode::of);
                }

                @Override
                public String nameOf(BigInteger address) {
                    return "c" + address;
                }

                @Override
                public boolean isKnown(BigInteger address) {
                    return codeAt(address).isPresent();
                }
            };
            BlockSymbols block = new BlockSymbols(
                    terms.constant(1000),
                    terms.constant(1),
                    terms.constant(0xa11ce),
                    terms.constant(LocalChain.CHAIN_ID));
            outcomes = new Machine(terms, contracts, block, true, new LoopHeads(), conditions -> true)
                    .run(new Machine.Start(
                            new SymbolicWorld(terms, slots, new FieldLayout(), storage),
                            new SymbolicWorld(terms, slots, new FieldLayout(), new EmptySource(terms)),
                            PathFacts.none(terms),
                            TARGET.word().toBigInteger(),
                            terms.symbol("caller", Interval.unsigned(160)),
                            terms.symbol("value", Interval.unsigned(128)),
                            CallInput.arbitrary(terms),
                            false));
        }

        void include(byte[] data, Map<Word, Word> stored) {
            LocalChain chain = new LocalChain(EvmFork.OSAKA, 1000, 1);
            codes.forEach((address, code) -> chain.world().setCode(address, Bytecode.of(code)));
            stored.forEach((slot, word) -> chain.world().setStorage(TARGET, slot, word));
            Receipt receipt = chain.send(new LocalChain.Call(SENDER, Optional.of(TARGET), Word.ZERO, data, 16_000_000));
            Map<String, BigInteger> symbols = CallInput.symbols(data);
            symbols.put("caller", SENDER.word().toBigInteger());
            symbols.put("value", BigInteger.ZERO);
            UnknownFunctions functions = storage.functions(contract -> stored);
            Inclusion inclusion = new Inclusion(
                    terms,
                    symbols,
                    name -> storage.isKnown(name) || name.startsWith(WordArithmetic.ABSTRACT)
                            ? Optional.of(functions)
                            : name.equals("data")
                                    ? Optional.of((f, offsets, range) -> word(data, offsets.getFirst()))
                                    : Optional.empty());
            assertTrue(
                    inclusion.includes(
                            outcomes,
                            receipt,
                            "c" + TARGET.word().toBigInteger(),
                            chain.world().storage(TARGET)),
                    () -> HexFormat.of().formatHex(codes.get(TARGET)) + " with "
                            + HexFormat.of().formatHex(data) + " on " + stored + ": " + receipt.ok() + " "
                            + HexFormat.of().formatHex(receipt.output()));
        }

        private static BigInteger word(byte[] data, BigInteger offset) {
            int at = offset.min(BigInteger.valueOf(data.length)).intValue();
            return new BigInteger(1, Arrays.copyOfRange(data, at, at + 32));
        }

        void compare(byte[] data, BigInteger value, Map<Word, Word> stored) {
            LocalChain chain = new LocalChain(EvmFork.OSAKA, 1000, 1);
            codes.forEach((address, code) -> chain.world().setCode(address, Bytecode.of(code)));
            stored.forEach((slot, word) -> chain.world().setStorage(TARGET, slot, word));
            chain.world().setBalance(SENDER, Word.of(BigInteger.TWO.pow(130)));
            Receipt receipt =
                    chain.send(new LocalChain.Call(SENDER, Optional.of(TARGET), Word.of(value), data, 16_000_000));

            Map<String, BigInteger> symbols = CallInput.symbols(data);
            symbols.put("caller", SENDER.word().toBigInteger());
            symbols.put("value", value);
            Agreement agreement = new Agreement(
                    receipt,
                    storage.evaluator(symbols, contract -> stored),
                    () -> codes.entrySet().stream()
                                    .map(e -> e.getKey() + ": " + HexFormat.of().formatHex(e.getValue()))
                                    .toList()
                            + " with " + HexFormat.of().formatHex(data) + ", " + value + " wei and " + stored);
            PathOutcome outcome = agreement.only(outcomes);
            agreement.storage(
                    outcome,
                    "c" + TARGET.word().toBigInteger(),
                    stored,
                    chain.world().storage(TARGET));
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void randomPrograms(@ForAll Random random) {
        Run run = new Run(Map.of(TARGET, RandomProgram.make(random)));
        for (int i = 0; i < 6; i++) {
            BigInteger shared = Numbers.word(random);
            byte[] data = new byte[random.nextInt(110)];
            random.nextBytes(data);
            for (int at = 4; at + 32 <= data.length; at += 32) {
                BigInteger word = random.nextBoolean() ? shared : Numbers.word(random);
                System.arraycopy(Word.of(word).toBytes32(), 0, data, at, 32);
            }
            Map<Word, Word> stored = new HashMap<>();
            for (int slot = 0; slot < 2; slot++) {
                stored.put(Word.of(slot), Word.of(random.nextBoolean() ? shared : Numbers.word(random)));
            }
            stored.values().removeIf(Word::isZero);
            run.compare(data, Numbers.upTo(BigInteger.TWO.pow(128).subtract(BigInteger.ONE), random), stored);
        }
    }

    /**
     * Where places in memory and sizes are unknown, what the interpreter does is among what the paths allow: the solver
     * finds values for what the paths leave open. The programs are linear, so that it always decides.
     */
    @Property(tries = 400, seed = "7", shrinking = ShrinkingMode.OFF)
    void randomProgramsWithUnknownPlaces(@ForAll Random random) {
        Run run = new Run(Map.of(TARGET, RandomProgram.makeOpen(random)));
        for (int i = 0; i < 3; i++) {
            byte[] data = new byte[68 + random.nextInt(60)];
            random.nextBytes(data);
            Map<Word, Word> stored = new HashMap<>();
            stored.put(Word.of(0), Word.of(Numbers.word(random)));
            stored.values().removeIf(Word::isZero);
            run.include(data, stored);
        }
    }

    private static void agree(String target, String callee) {
        Map<Address, byte[]> codes = new HashMap<>();
        codes.put(TARGET, HexFormat.of().parseHex(target));
        codes.put(CALLEE, HexFormat.of().parseHex(callee));
        new Run(codes).compare(new byte[4], BigInteger.ZERO, Map.of());
    }

    /** PUSH0, PUSH32 2^255, RETURN: nothing is read, so no memory is paid for. */
    @Test
    void anEmptyReturnFromFarAwaySucceeds() {
        agree("6001" + "5f55" + "5f" + "7f80" + "00".repeat(31) + "f3", "00");
    }

    /** The same place for an event without data. */
    @Test
    void anEmptyEventFromFarAwayIsEmitted() {
        agree("5f" + "7f80" + "00".repeat(31) + "a0" + "00", "00");
    }

    /** LOG0 of 32 bytes at 0 touches a word of memory; MSIZE says so. */
    @Test
    void eventsGrowMemory() {
        agree("60205fa0" + "59" + "5f55" + "00", "00");
    }

    /** The target delegates to a code that sets transient slot 0 and reverts, then stores what it finds there. */
    @Test
    void aRevertedCallLeavesNoTransientStorage() {
        agree("5f5f5f5f" + "62ca11ee" + "5a" + "f4" + "50" + "5f5c" + "5f55" + "6001600155" + "00", "60015f5d5f5ffd");
    }

    @Test
    void outcomesOfAProgramWithoutBranchesAreOne() {
        assertTrue(new Run(Map.of(TARGET, new byte[] {0})).outcomes.size() == 1);
    }
}
