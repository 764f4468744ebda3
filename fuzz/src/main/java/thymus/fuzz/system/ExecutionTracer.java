package thymus.fuzz.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.FrameView;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;
import thymus.fuzz.generate.RecentValues;
import thymus.fuzz.run.BranchDistances;
import thymus.fuzz.run.Features;

/**
 * Notes what a transaction covers and which numbers it meets in storage.
 */
final class ExecutionTracer implements Tracer {
    private static final int MOST_WORDS = 32;
    private static final int MOST_CALLS = 16;
    private static final int MOST_PAIRED = 4;
    private static final int SMALL_BITS = 32;
    private static final int SELECTOR = 4;
    private static final int WORD = 32;
    private static final int OF_PC = 65_599;

    private final Features features;
    private final Word[] words = new Word[MOST_WORDS];
    private int count;
    private Bytecode lastCode = Bytecode.EMPTY;
    private int lastCodeHash;

    private final BranchDistances frontier;
    private boolean closely;
    private final Set<Address> outsiders;
    private final List<Word> contracts;
    private final Map<Word, Integer> ofContracts = new HashMap<>();
    private boolean reached;
    private final int[] calls = new int[MOST_CALLS];
    /** The function of each of these calls, and whether its last argument is zero. */
    private final int[] kinds = new int[MOST_CALLS];

    private int nested;
    private boolean asked;
    private boolean failed;
    private boolean survived;

    /**
     * @param outsiders accounts that may be attackers' contracts
     * @param contracts of the system
     */
    ExecutionTracer(Features features, BranchDistances frontier, Set<Address> outsiders, List<Address> contracts) {
        this.contracts = contracts.stream().map(Address::word).toList();
        this.outsiders = outsiders;
        this.features = features;
        this.frontier = frontier;
    }

    /** @param closely whether comparisons are watched too */
    void watch(boolean closely) {
        this.closely = closely;
    }

    void begin() {
        count = 0;
        reached = false;
        asked = false;
        nested = 0;
        failed = false;
        survived = false;
    }

    /**
     * The step is over. What succeeded within it, called by an outsider, is a feature together with the step: so a loan
     * that is paid back differs from one of nothing. Two of them in a row are a feature too, since what is done with a
     * loan counts only where it is paid back as well.
     */
    private void end(Message step) {
        int begun = selector(step) * 31;
        for (int i = 0; i < nested; i++) {
            features.hit(begun + calls[i]);
            for (int j = 0; j < i && i < MOST_PAIRED; j++) {
                features.hit((begun + kinds[j]) * 31 + kinds[i]);
            }
        }
    }

    private static int selector(Message message) {
        byte[] data = message.input();
        int selector = message.target().hashCode();
        for (int i = 0; i < Math.min(SELECTOR, data.length); i++) {
            selector = selector * 257 + data[i];
        }
        return selector;
    }

    /** With the size of its last argument, which is often an amount. */
    private static int hashOf(Message message) {
        return selector(message) * 61 + lastSize(message.input()) / 2;
    }

    private static int kindOf(Message message) {
        return selector(message) * 61 + (lastSize(message.input()) > 0 ? 1 : 0);
    }

    /** How many bytes the last argument has, without zeros before them. */
    private static int lastSize(byte[] data) {
        int zeros = 0;
        int last = Math.max(SELECTOR, data.length - WORD);
        while (last + zeros < data.length && data[last + zeros] == 0) {
            zeros++;
        }
        return data.length - last - zeros;
    }

    @Override
    public void onReturn(Message message, byte[] output, long gasLeft, Optional<String> haltReason) {
        if (message.depth() > 0) {
            failed |= haltReason.isPresent()
                    && !outsiders.contains(message.sender())
                    && !outsiders.contains(message.target());
            if (haltReason.isEmpty()
                    && nested < MOST_CALLS
                    && outsiders.contains(message.sender())
                    && !outsiders.contains(message.target())) {
                kinds[nested] = kindOf(message);
                calls[nested++] = hashOf(message);
            }
        } else if (haltReason.isEmpty()) {
            survived = failed;
            end(message);
        }
    }

    /** Whether it succeeded although a call that contracts of the system made of each other failed. */
    boolean survived() {
        return survived;
    }

    /** Whether the transaction has handed a signature to ecrecover. */
    boolean asked() {
        return asked;
    }

    /** Whether the transaction has called one of the outsiders. */
    boolean reached() {
        return reached;
    }

    @Override
    public void onCall(Message message) {
        if (message.depth() > 0) {
            reached |= outsiders.contains(message.target());
            asked |= message.code().equals(RecoveryTracer.ECRECOVER);
        }
    }

    @Override
    public boolean wantsSteps() {
        return closely;
    }

    @Override
    public void onStep(FrameView frame, Opcode opcode) {
        switch (opcode) {
            case LT, GT -> {
                if (frame.stackSize() >= 2) {
                    Word left = frame.stack(0);
                    Word right = frame.stack(1);
                    boolean below = left.isBelow(right);
                    boolean outcome = opcode == Opcode.LT ? below : right.isBelow(left);
                    Word apart = below ? right.sub(left) : left.sub(right);
                    frontier.compared(hashOf(frame.code()) + frame.pc(), outcome, approximately(apart));
                }
            }
            default -> {}
        }
    }

    private static double approximately(Word word) {
        double value = 0;
        for (int limb = 3; limb >= 0; limb--) {
            long bits = word.limb(limb);
            value = value * 0x1p64 + (bits >>> 1) * 2.0 + (bits & 1);
        }
        return value;
    }

    /** A block of code ran for the first time in its sequence. */
    void block(Bytecode code, int pc) {
        features.hit(hashOf(code) + pc * OF_PC);
    }

    /** The feature that the block is. */
    static int feature(Bytecode code, int pc) {
        return code.hash().hashCode() + pc * OF_PC;
    }

    private int hashOf(Bytecode code) {
        if (code != lastCode) {
            lastCode = code;
            lastCodeHash = code.hash().hashCode();
        }
        return lastCodeHash;
    }

    @Override
    public void onSload(Address account, Word slot, Word value) {
        note(value);
    }

    /**
     * A slot of a mapping whose key is a contract of the system, such as its balance of a token, is like a
     * variable.
     */
    @Override
    public void onKeccak(byte[] memory, int from, int length, Word hash) {
        if (length == 2 * WORD) {
            long end = WordBytes.readLong(memory, from + WORD - Long.BYTES);
            for (Word contract : contracts) {
                if (contract.d() == end && contract.isEqual(WordBytes.read32(memory, from))) {
                    ofContracts.computeIfAbsent(hash, slot -> (int) slot.d() | Integer.MIN_VALUE);
                }
            }
        }
    }

    private int placeOf(Word slot) {
        return slot.bitLength() <= SMALL_BITS ? (int) slot.toLong() : ofContracts.getOrDefault(slot, -1);
    }

    /** The size of a value is a feature too: an empty bucket is another state than a full one. */
    @Override
    public void onSstore(Address account, Word slot, Word before, Word after) {
        note(after);
        int place = placeOf(slot);
        features.hit(account.word().hashCode() * 31 + place * 127 + (after.bitLength() + 7) / 8);
    }

    private void note(Word word) {
        words[count++ % MOST_WORDS] = word;
    }

    /** A packed slot is handed over as its two halves too, where compilers put most of two numbers. */
    void drain(RecentValues values) {
        int size = Math.min(count, MOST_WORDS);
        for (int i = 0; i < size; i++) {
            Word word = words[i];
            values.see(word);
            if (word.bitLength() > 128) {
                values.see(Word.of(0, 0, word.limb(3), word.limb(2)));
                values.see(Word.of(0, 0, word.limb(1), word.limb(0)));
            }
        }
    }
}
