package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.spec.contract.AbiType;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Fewest elements of dynamic arrays, shortest and plainest byte strings. */
final class Shapes {
    private Shapes() {}

    static void run(Attempts attempts) {
        int at = 0;
        // A shorter array has fewer sites after it, so the list is taken anew for every index.
        while (at < Site.in(attempts.best()).size() && !attempts.exhausted()) {
            Site site = Site.in(attempts.best()).get(at++);
            switch (site.read(attempts.best())) {
                case AbiValue.Sequence sequence when isDynamic(site.type()) -> shorten(attempts, site, sequence);
                case AbiValue.Bytes bytes -> plain(attempts, site, bytes.content());
                default -> {}
            }
        }
        for (int i = 0; i < attempts.best().size(); i++) {
            rawData(attempts, i);
        }
    }

    private static boolean isDynamic(AbiType type) {
        return type instanceof AbiType.Array array && array.length().isEmpty();
    }

    private static void shorten(Attempts attempts, Site site, AbiValue.Sequence sequence) {
        List<AbiValue> elements = sequence.elements();
        for (int i = elements.size() - 1; i >= 0; i--) {
            List<AbiValue> fewer = new ArrayList<>(elements);
            fewer.remove(i);
            if (attempts.attemptInPlace(site.write(attempts.best(), new AbiValue.Sequence(List.copyOf(fewer))))) {
                elements = fewer;
            }
        }
    }

    private static void plain(Attempts attempts, Site site, byte[] bytes) {
        boolean fixed = site.type() instanceof AbiType.FixedBytes;
        if (!fixed && bytes.length > 0) {
            NumberSearch.least(BigInteger.valueOf(bytes.length), BigInteger.ONE.negate(),
                    n -> n.signum() >= 0 && attempts.attemptInPlace(site.write(attempts.best(),
                            new AbiValue.Bytes(Arrays.copyOf(bytes, n.intValueExact())))));
        }
        int length = ((AbiValue.Bytes) site.read(attempts.best())).content().length;
        if (!isZero(((AbiValue.Bytes) site.read(attempts.best())).content())) {
            attempts.attemptInPlace(site.write(attempts.best(), new AbiValue.Bytes(new byte[length])));
        }
    }

    private static void rawData(Attempts attempts, int index) {
        if (attempts.best().get(index).call() instanceof StepCall.RawCall raw && raw.data().length > 0) {
            NumberSearch.least(BigInteger.valueOf(raw.data().length), BigInteger.ONE.negate(),
                    n -> n.signum() >= 0 && attempts.attemptInPlace(attempts.with(index,
                            s -> cut(s, Arrays.copyOf(raw.data(), n.intValueExact())))));
        }
    }

    private static Step cut(Step step, byte[] data) {
        return Steps.calling(step, new StepCall.RawCall(data));
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
