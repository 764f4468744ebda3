package thymus.evm.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import thymus.evm.EvmFork;
import thymus.evm.chain.LocalChain;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.StateProvider;

/** A view answers as the EVM does, whatever was asked before and whatever has changed since. */
class TracedCallTest {
    private static final Address ASKED = Address.of(0xb0);
    private static final Address CALLEE = Address.of(0xb1);
    private static final Address NOBODY = Address.of(0xb2);
    private static final long GAS = 16_000_000;

    private final LocalChain chain = new LocalChain(EvmFork.OSAKA, 1_700_000_000, 100);

    private TracedCall view(byte[] data, long gas) {
        return new TraceCache(chain).of(NOBODY, ASKED, data, gas);
    }

    private TracedCall view(String code) {
        chain.world().setCode(ASKED, Bytecode.parse(code));
        return view(new byte[0], GAS);
    }

    private TracedCall.Answer ask(TracedCall view) {
        return view.answer(chain.timestamp(), chain.number());
    }

    private static Word only(TracedCall.Answer answer) {
        return assertInstanceOf(TracedCall.Answer.Words.class, answer).word(0);
    }

    @Test
    void ofALongAnswerTheFirstWordsAreKnown() {
        TracedCall.Answer.Words words = TracedCall.Answer.Words.of(new byte[3_000_000]);
        assertEquals(3_000_000, words.size());
        assertEquals(4096, words.count());
    }

    /** Returns whether slot 0 is at most slot 1. */
    @Test
    void aTruthValueIsAsFarAsItsComparisonIs() {
        TracedCall view = view("6001546000541115" + "60005260206000f3");
        chain.world().setStorage(ASKED, Word.of(1), Word.of(100));
        assertEquals(Optional.empty(), distance(view), "the first call is not traced");
        chain.world().setStorage(ASKED, Word.of(0), Word.of(90));
        assertEquals(Optional.of(BigInteger.valueOf(11)), distance(view));
        chain.world().setStorage(ASKED, Word.of(0), Word.of(103));
        assertEquals(Optional.of(BigInteger.valueOf(3)), distance(view));
    }

    /** Returns 0 if slot 0 is above 100, and otherwise 1: the comparison stands only in the way there. */
    @Test
    void aConstantIsAsFarAsTheWayToIt() {
        TracedCall view = view("60646000541160135760016000526020" + "6000f3" + "5b60206000f3");
        chain.world().setStorage(ASKED, Word.of(0), Word.of(90));
        distance(view);
        assertEquals(Optional.of(BigInteger.valueOf(11)), distance(view));
        chain.world().setStorage(ASKED, Word.of(0), Word.of(105));
        assertEquals(Optional.of(BigInteger.valueOf(5)), distance(view));
    }

    private Optional<BigInteger> distance(TracedCall view) {
        ask(view);
        return view.distance(0, chain.timestamp(), chain.number());
    }

    /** @return whether the view knew it without the EVM */
    private boolean compare(TracedCall view, long timestamp, long number, String context) {
        TracedCall.Answer answer = view.answer(timestamp, number);
        int mark = chain.snapshot();
        chain.setClock(timestamp, number);
        Receipt receipt = chain.simulate(view.call());
        chain.rollback(mark);
        switch (answer) {
            case TracedCall.Answer.Unknown ignored -> {
                return false;
            }
            case TracedCall.Answer.Failed ignored -> assertTrue(!receipt.ok(), context);
            case TracedCall.Answer.Words words -> {
                assertTrue(receipt.ok(), context);
                TracedCall.Answer.Words expected = TracedCall.Answer.Words.of(receipt.output());
                assertEquals(expected.size(), words.size(), context);
                for (int i = 0; i < expected.count(); i++) {
                    assertEquals(expected.word(i), words.word(i), context + " word " + i);
                }
            }
        }
        return true;
    }

    private void change(Random random) {
        Address account = random.nextInt(3) == 0 ? CALLEE : ASKED;
        switch (random.nextInt(6)) {
            case 0 -> chain.world().setBalance(account, Word.of(random.nextInt(50)));
            case 1 -> chain.advance(random.nextInt(3), random.nextInt(2));
            case 2 ->
                chain.world()
                        .setStorage(
                                account,
                                Word.of(random.nextInt(4)),
                                Word.of(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()));
            default -> chain.world().setStorage(account, Word.of(random.nextInt(4)), Word.of(random.nextInt(4)));
        }
    }

    @Test
    void answersAsTheEvmDoes() {
        int known = 0;
        int asked = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            Random random = new Random(seed);
            int start = chain.snapshot();
            chain.world().setCode(CALLEE, RandomViews.code(random, 0));
            chain.world().setCode(ASKED, RandomViews.code(random, 0xb1));
            byte[] data = new byte[random.nextInt(80)];
            random.nextBytes(data);
            TracedCall view = view(data, random.nextInt(8) == 0 ? 30_000 : GAS);
            int middle = chain.snapshot();
            for (int i = 0; i < 60; i++) {
                for (int changes = random.nextInt(3); changes > 0; changes--) {
                    change(random);
                }
                if (random.nextInt(10) == 0) {
                    chain.rollback(middle);
                }
                asked++;
                known += compare(
                                view,
                                chain.timestamp() + random.nextInt(2),
                                chain.number() + random.nextInt(2),
                                "seed " + seed + ", question " + i + ", "
                                        + chain.world().code(ASKED))
                        ? 1
                        : 0;
            }
            chain.rollback(start);
        }
        assertTrue(known > asked / 2, known + " of " + asked + " were answered without the EVM");
    }

    @Test
    void aGetterIsASlot() {
        TracedCall view = view("5f545f5260205ff3"); // return the value of slot 0
        ask(view);
        for (int value = 0; value < 300; value += 7) {
            chain.world().setStorage(ASKED, Word.ZERO, Word.of(value));
            assertEquals(Word.of(value), only(ask(view)));
        }
        assertTrue(view.isTimeless());
    }

    @Test
    void theClockIsTheOneAskedFor() {
        TracedCall view = view("425f5260205ff3"); // return the time
        ask(view);
        assertEquals(Word.of(chain.timestamp() + 5), only(view.answer(chain.timestamp() + 5, chain.number())));
        assertEquals(Word.of(chain.timestamp()), only(ask(view)));
        assertTrue(!view.isTimeless());
    }

    @Test
    void otherCodeIsAnotherAnswer() {
        TracedCall view = view("60015f5260205ff3");
        ask(view);
        assertEquals(Word.ONE, only(ask(view)));
        chain.world().setCode(ASKED, Bytecode.parse("60025f5260205ff3"));
        assertEquals(Word.of(2), only(ask(view)));
    }

    @Test
    void whatWritesIsLeftToTheEvm() {
        TracedCall view = view("60015f555f545f5260205ff3"); // write slot 0, return it
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(TracedCall.Answer.Unknown.class, ask(view));
        }
    }

    @Test
    void whatCountsGasIsLeftToTheEvm() {
        TracedCall view = view("5a5f5260205ff3"); // return the gas left
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(TracedCall.Answer.Unknown.class, ask(view));
        }
    }

    @Test
    void aRevertIsAnAnswer() {
        TracedCall view = view("5f5460085760205ffd5b60205ff3".replace("6008", "6009")); // revert unless slot 0 is set
        chain.simulate(view.call());
        ask(view);
        TracedCall.Answer first = ask(view);
        chain.world().setStorage(ASKED, Word.ZERO, Word.ONE);
        TracedCall.Answer second = ask(view);
        assertInstanceOf(TracedCall.Answer.Failed.class, first);
        assertTrue(!(second instanceof TracedCall.Answer.Words words) || words.size() == 32);
    }

    @Test
    void aPrecompileIsNotFollowedButRight() {
        // Hash slot 0 with SHA-256 (address 2) and return the hash.
        TracedCall view = view("5f545f5260205f60205f60025afa5060205ff3");
        for (int i = 0; i < 5; i++) {
            chain.world().setStorage(ASKED, Word.ZERO, Word.of(i % 2));
            Receipt receipt = chain.simulate(view.call());
            if (ask(view) instanceof TracedCall.Answer.Words words) {
                assertEquals(TracedCall.Answer.Words.of(receipt.output()).word(0), words.word(0));
            }
        }
        assertEquals(Optional.empty(), chain.simulate(view.call()).haltReason());
    }

    /** It reads no slot; a creation elsewhere is all that it takes to change it. */
    @Test
    void whatLooksAtCodeOnlyIsTouchedByACreation() {
        TracedCall view = view("60b13b5f5260205ff3"); // return the size of the callee's code
        ask(view);
        TracedCall.Answer.Words none = assertInstanceOf(TracedCall.Answer.Words.class, ask(view));
        chain.world().setCode(CALLEE, Bytecode.parse("00"));
        assertEquals(Word.ZERO, none.word(0));
        assertEquals(Word.ONE, only(ask(view)));
        assertFalse(Footprint.isUntouched(none.footprint(), Footprint.EVERYTHING));
    }

    /** A call that cannot be paid for starts no frame, and who can pay is the state's to say. */
    @Test
    void whatSendsEtherIsLeftToTheEvm() {
        TracedCall view = view("5f5f5f5f600160b15af15f5260205ff3"); // return whether sending 1 wei works
        for (int balance : new int[] {0, 0, 5, 0}) {
            chain.world().setBalance(ASKED, Word.of(balance));
            compare(view, chain.timestamp(), chain.number(), "with " + balance + " wei");
        }
    }

    /** Both ways compute in the same registers, and what changes while the other one is taken has not gone unseen. */
    @Test
    void aWayThatIsTakenAgainSeesWhatHasChangedMeanwhile() {
        // Slot 1 plus one where slot 0 is set, else slot 2 plus two.
        TracedCall view = view("5f54601157600254600201" + "5f5260205ff3" + "5b600154600101" + "5f5260205ff3");
        ask(view);
        for (int i = 0; i < 40; i++) {
            boolean first = i % 3 == 0;
            chain.world().setStorage(ASKED, Word.ZERO, Word.of(first ? i + 1 : 0));
            chain.world().setStorage(ASKED, Word.of(1 + i % 2), Word.of(i / 4));
            Word slot = chain.world().storage(ASKED, Word.of(first ? 1 : 2));
            assertEquals(slot.add(Word.of(first ? 1 : 2)), only(ask(view)), "question " + i);
        }
    }

    /** A fork's node may be away for a while: what a run left half done is not taken for done. */
    @Test
    void aStateThatCouldNotBeReadSpoilsNothing() {
        boolean[] away = new boolean[1];
        StateProvider origin = new StateProvider() {
            @Override
            public Optional<Found> account(Address address) {
                return address.equals(ASKED) ? Optional.of(new Found(Word.ZERO, 1, Bytecode.EMPTY)) : Optional.empty();
            }

            @Override
            public Word storage(Address address, Word slot) {
                if (away[0]) {
                    throw new IllegalStateException("away");
                }
                return Word.of(7);
            }
        };
        LocalChain forked = new LocalChain(EvmFork.OSAKA, origin, 1_700_000_000, 100);
        // Return slot 0, the slot whose number is in slot 0, and slot 0 plus one.
        forked.world().setCode(ASKED, Bytecode.parse("5f5480806001016040525f525460205260605ff3"));
        TracedCall view = new TraceCache(forked).of(NOBODY, ASKED, new byte[0], GAS);
        view.answer(0, 0);
        view.answer(0, 0);
        forked.world().setStorage(ASKED, Word.ZERO, Word.of(9));
        away[0] = true;
        assertThrows(IllegalStateException.class, () -> view.answer(0, 0));
        away[0] = false;
        TracedCall.Answer.Words words = assertInstanceOf(TracedCall.Answer.Words.class, view.answer(0, 0));
        assertEquals(Word.of(9), words.word(0));
        assertEquals(Word.of(7), words.word(1));
        assertEquals(Word.of(10), words.word(2));
    }
}
