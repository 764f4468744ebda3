package thymus.system.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiWord;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.spec.Relay;
import thymus.spec.contract.AbiType;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;

/** Enters what steps send in the books of relays, which code on the chain of the receiver reads. */
final class RelayBooks {
    private static final int MOST_MESSAGES = 256;

    private final DeployedSystem system;

    RelayBooks(DeployedSystem system) {
        this.system = system;
    }

    /**
     * Enters the messages of a step that succeeded.
     *
     * @param clocks how far ahead the chains are
     * @param known the messages that were sent before
     * @return all messages that were sent, those that are longest ago forgotten
     * @throws ImpossibleTransactionException if what is under way adds up to more than a word
     */
    List<SentMessage> note(TriggerMatcher matcher, ConcreteScope after, Elsewhere clocks, List<SentMessage> known) {
        List<SentMessage> all = known;
        for (Relay relay : system.specification().chains().relays().values()) {
            if (system.artifactAt(
                            system.accounts().find(relay.message().contract()).orElse(Address.ZERO))
                    .isEmpty()) {
                continue; // setup has not deployed it yet, so that it has emitted nothing
            }
            for (Scope<BigInteger, Boolean> scope : matcher.matches(relay.message(), after)) {
                if (relay.message().where().stream().allMatch(where -> Evaluator.truth(where, scope))) {
                    if (all == known) {
                        all = new ArrayList<>(known);
                    }
                    all.add(enter(relay, scope, clocks));
                }
            }
        }
        return all.size() > MOST_MESSAGES ? List.copyOf(all.subList(all.size() - MOST_MESSAGES, all.size())) : all;
    }

    private SentMessage enter(Relay relay, Scope<BigInteger, Boolean> scope, Elsewhere clocks) {
        List<BigInteger> values = relay.fields().stream()
                .map(field -> scope.local(field.binding().variable()))
                .toList();
        List<BigInteger> words = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            words.add(word(relay.fields().get(i).type(), values.get(i)));
        }
        long now = system.chain().timestamp()
                + system.places().ahead(system.addressOf(relay.message().contract()), clocks);
        add(relay, slot(relay, Relay.SENT, words), BigInteger.ONE);
        set(relay, slot(relay, Relay.SENT_AT, words), Convert.unsigned(now));
        slot(relay, Relay.RECEIVED, words); // so that who asks what was received knows of this message
        List<BigInteger> delivered = new ArrayList<>(values);
        if (relay.inOrder()) {
            Word total = Word.of(relay.variable(Relay.TOTAL).slot());
            BigInteger place = read(relay, total);
            set(relay, slot(relay, Relay.PLACED, with(words, place)), BigInteger.ONE);
            add(relay, total, BigInteger.ONE);
            delivered.add(place);
        }
        if (relay.atMostOnce()) {
            add(relay, Word.of(relay.variable(Relay.PENDING).slot()), BigInteger.ONE);
            for (Relay.Field field : relay.summed()) {
                BigInteger amount = values.get(relay.fields().indexOf(field));
                add(relay, Word.of(relay.variable(Relay.pending(field)).slot()), amount);
            }
        }
        return new SentMessage(relay.name(), delivered);
    }

    private static List<BigInteger> with(List<BigInteger> words, BigInteger last) {
        List<BigInteger> all = new ArrayList<>(words);
        all.add(last);
        return all;
    }

    private static BigInteger word(AbiType type, BigInteger value) {
        try {
            return AbiWord.toWord(type, value);
        } catch (AbiException e) {
            throw new IllegalStateException("an event has a value that is none of its type", e);
        }
    }

    private BigInteger read(Relay relay, Word slot) {
        return system.chain()
                .world()
                .storage(system.addressOf(relay.name()), slot)
                .toBigInteger();
    }

    private void set(Relay relay, Word slot, BigInteger value) {
        system.chain().world().setStorage(system.addressOf(relay.name()), slot, Word.of(value));
    }

    private void add(Relay relay, Word slot, BigInteger amount) {
        BigInteger sum = read(relay, slot).add(amount);
        if (sum.bitLength() > 8 * AbiWord.SIZE) {
            throw new ImpossibleTransactionException("the messages that " + relay.name()
                    + " has to deliver add up to more than a word holds, which nothing here accounts for");
        }
        set(relay, slot, sum);
    }

    /** Where the book says this of the message. */
    private Word slot(Relay relay, String variable, List<BigInteger> words) {
        Word slot = Word.of(relay.variable(variable).slot());
        for (BigInteger key : words) {
            byte[] input = Arrays.copyOf(AbiWord.bytes(key), 2 * AbiWord.SIZE);
            System.arraycopy(slot.toBytes32(), 0, input, AbiWord.SIZE, AbiWord.SIZE);
            slot = Keccak.hash(input);
            system.preimages().record(input, 0, slot);
        }
        return slot;
    }

    /** Whether a message can still be delivered, as far as its place and the number of equal ones say. */
    boolean isPending(Relay relay, SentMessage message) {
        List<BigInteger> words = new ArrayList<>();
        for (int i = 0; i < relay.fields().size(); i++) {
            words.add(word(relay.fields().get(i).type(), message.values().get(i)));
        }
        if (relay.inOrder()
                && message.values()
                                .getLast()
                                .compareTo(read(
                                        relay,
                                        Word.of(relay.variable(Relay.NEXT).slot())))
                        < 0) {
            return false;
        }
        return !relay.atMostOnce()
                || read(relay, slot(relay, Relay.RECEIVED, words))
                                .compareTo(read(relay, slot(relay, Relay.SENT, words)))
                        < 0;
    }
}
