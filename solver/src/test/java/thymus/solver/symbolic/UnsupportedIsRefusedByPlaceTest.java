package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.EmptySource;
import thymus.solver.state.FieldLayout;
import thymus.solver.state.SlotReader;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Terms;

/** What execution on terms does not model is named with its contract and place: no outcome, no other exception. */
class UnsupportedIsRefusedByPlaceTest {
    private static final BigInteger TARGET = BigInteger.valueOf(0xc0de);

    @ParameterizedTest
    @CsvSource({
        "a call to an argument, 5f5f5f5f5f6004355af1, not known, 9",
        "a call where no code is known, 5f5f5f5f5f61abcd5af1, no code, 9",
        "ether to where no code is known, 5f5f5f5f600161abcd5af1, no code, 10",
        "code of an argument in its own storage, 5f5f5f5f6004355af4, own storage, 8",
        "a jump to an argument, 60043556, jump, 3",
        "storage at an argument, 60043554, storage, 3",
        "storage at a number like a hash, "
                + "7f8000000000000000000000000000000000000000000000000000000000000000545f00, storage, 33",
        "CREATE, 5f5f5ff0, CREATE, 3",
        "SELFDESTRUCT, 5fff, SELFDESTRUCT, 1",
        "EXTCODECOPY, 5f5f5f5f3c, EXTCODECOPY, 4",
    })
    void refused(String what, String code, String word, int pc) {
        UnsupportedConstructException refusal =
                assertThrows(UnsupportedConstructException.class, () -> run(code), what);
        assertTrue(refusal.getMessage().contains(word), refusal::getMessage);
        assertTrue(refusal.getMessage().endsWith("in target at pc " + pc), refusal::getMessage);
    }

    /** Selector 1 stops at once, selector 2 never: it takes all that the others leave. */
    @Test
    void aHeavyFunctionLeavesTheOthersTheirShare() {
        Machine.Exploration exploration =
                explore("5f3560e01c8060011460165780600214601857" + "5f5ffd" + "5b00" + "5b601856");
        assertEquals(1, exploration.refusals().size());
        String reason = exploration.refusals().getFirst().reason().getMessage();
        assertTrue(reason.contains("steps over all paths"), reason);
        assertEquals(1, exploration.outcomes().stream().filter(PathOutcome::ok).count());
    }

    /** An opcode that is added to the table is modelled, or refused by name. */
    @ParameterizedTest
    @EnumSource
    void everyOpcodeHasAMeaningToSymbolicExecution(Opcode opcode) {
        String code = "5f".repeat(opcode.pops()) + HexFormat.of().toHexDigits((byte) opcode.code()) + "00".repeat(33);
        try {
            run(code);
        } catch (UnsupportedConstructException e) {
            assertTrue(e.getMessage().contains("in target at pc"), e::getMessage);
        }
    }

    private static void run(String code) {
        explore(code).refusals().stream().findFirst().ifPresent(refusal -> {
            throw refusal.reason();
        });
    }

    private static Machine.Exploration explore(String code) {
        Terms terms = new Terms();
        SlotReader slots = new SlotReader(terms, (contract, slot) -> Optional.empty());
        KnownCode contracts = new KnownCode() {
            @Override
            public Optional<Bytecode> codeAt(BigInteger address) {
                return address.equals(TARGET)
                        ? Optional.of(Bytecode.of(HexFormat.of().parseHex(code)))
                        : Optional.empty();
            }

            @Override
            public String nameOf(BigInteger address) {
                return "target";
            }

            @Override
            public boolean isKnown(BigInteger address) {
                return address.equals(TARGET);
            }
        };
        SymbolicWorld empty = new SymbolicWorld(terms, slots, new FieldLayout(), new EmptySource(terms));
        return new Machine(
                        terms,
                        contracts,
                        new BlockSymbols(terms.one, terms.one, terms.one, terms.one),
                        true,
                        new LoopHeads(),
                        conditions -> true)
                .explore(new Machine.Start(
                        empty,
                        empty,
                        PathFacts.none(terms),
                        TARGET,
                        terms.symbol("caller", Interval.unsigned(160)),
                        terms.symbol("value", Interval.unsigned(128)),
                        CallInput.arbitrary(terms),
                        false));
    }
}
