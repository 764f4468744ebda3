package thymus.system.execution;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * Callbacks of one account as they stand in the storage of an {@link AttackerContract}. Slot 0 has their number, and
 * its first bit where calls with little gas are refused. The n-th callback has its number of words at n &lt;&lt; 32,
 * and the words behind it: for each call the kind 1, target, value, gas, length of data, and the data in whole words;
 * then the kind of the ending, and for data that it returns their length and the data.
 */
public final class CallbackScript {
    private static final int WORD = 32;
    private static final Word REFUSES = Word.of(BigInteger.ONE.shiftLeft(255));
    /** All that there is. */
    private static final Word ALL_GAS = Word.of(Long.MAX_VALUE);

    private CallbackScript() {}

    /** The slots that are not zero. */
    public static Map<Word, Word> slots(Callbacks callbacks, Function<String, Address> accounts) {
        Map<Word, Word> slots = new LinkedHashMap<>();
        List<Callback> list = callbacks.list();
        if (list.isEmpty()) {
            return slots;
        }
        Word count = Word.of(list.size());
        slots.put(Word.ZERO, list.getFirst().ending().fails() ? count.or(REFUSES) : count);
        for (int i = 0; i < list.size(); i++) {
            byte[] script = script(list.get(i), accounts);
            BigInteger place = BigInteger.valueOf(i + 1L).shiftLeft(32);
            put(slots, place, Word.of(script.length / WORD));
            for (int at = 0; at < script.length; at += WORD) {
                byte[] word = new byte[WORD];
                System.arraycopy(script, at, word, 0, WORD);
                put(slots, place.add(BigInteger.valueOf(at / WORD + 1L)), Word.fromBytes(word));
            }
        }
        return slots;
    }

    private static void put(Map<Word, Word> slots, BigInteger slot, Word value) {
        if (!value.isZero()) {
            slots.put(Word.of(slot), value);
        }
    }

    private static byte[] script(Callback callback, Function<String, Address> accounts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (NestedCall call : callback.calls()) {
            word(out, Word.ONE);
            word(out, accounts.apply(call.target()).word());
            word(out, Word.of(call.value()));
            word(out, ALL_GAS);
            data(out, call.call().data());
        }
        switch (callback.ending()) {
            case Ending.Return end -> {
                word(out, Word.of(2));
                data(out, end.data());
            }
            case Ending.Revert end -> {
                word(out, Word.of(3));
                data(out, end.data());
            }
            case Ending.Acknowledge _ -> word(out, Word.of(4));
            case Ending.OutOfGas _ -> word(out, Word.of(5));
        }
        return out.toByteArray();
    }

    private static void word(ByteArrayOutputStream out, Word word) {
        out.writeBytes(word.toBytes32());
    }

    private static void data(ByteArrayOutputStream out, byte[] data) {
        word(out, Word.of(data.length));
        out.writeBytes(data);
        out.writeBytes(new byte[Math.floorMod(-data.length, WORD)]);
    }
}
