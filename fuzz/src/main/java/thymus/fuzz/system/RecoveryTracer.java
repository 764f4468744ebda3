package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.WordBytes;
import thymus.fuzz.generate.ChainView.Recovery;

/** Notes what contracts hand to ecrecover. */
final class RecoveryTracer implements Tracer {
    static final Address ECRECOVER = Address.of(1);
    private static final int MOST = 16;

    private final List<Recovery> recoveries = new ArrayList<>();

    @Override
    public void onCall(Message message) {
        if (message.depth() > 0 && message.code().equals(ECRECOVER) && recoveries.size() < MOST) {
            byte[] input = message.input();
            recoveries.add(new Recovery(word(input, 0), word(input, 1), word(input, 2), word(input, 3)));
        }
    }

    private static BigInteger word(byte[] input, int index) {
        return WordBytes.readZeroPadded(input, (long) index * WordBytes.SIZE).toBigInteger();
    }

    List<Recovery> all() {
        return recoveries;
    }
}
