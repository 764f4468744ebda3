package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.spec.contract.AbiType;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Minimizes the number of elements of dynamic arrays, and shortens and simplifies byte strings. */
final class Shapes {
    private Shapes() {}

    static void run(Attempts attempts) {
        int at = 0;
        // A shorter array has fewer sites after it, so the list is computed again for every index.
        while (at < Runs.sites(attempts.best()).size() && !attempts.exhausted()) {
            List<Site> sites = Runs.sites(attempts.best()).get(at++);
            switch (sites.getFirst().read(attempts.best())) {
                case AbiValue.Sequence sequence
                when isDynamic(sites.getFirst().type()) -> shorten(attempts, sites, sequence);
                case AbiValue.Bytes bytes -> plain(attempts, sites, bytes.content());
                default -> {}
            }
        }
        Runs.groups(attempts.best()).forEach(group -> rawData(attempts, group));
    }

    private static boolean isDynamic(AbiType type) {
        return type instanceof AbiType.Array array && array.length().isEmpty();
    }

    private static void shorten(Attempts attempts, List<Site> sites, AbiValue.Sequence sequence) {
        List<AbiValue> elements = sequence.elements();
        for (int i = elements.size() - 1; i >= 0; i--) {
            List<AbiValue> fewer = new ArrayList<>(elements);
            fewer.remove(i);
            AbiValue shorter = new AbiValue.Sequence(List.copyOf(fewer));
            if (attempts.attemptInPlace(Site.write(sites, attempts.best(), shorter))) {
                elements = fewer;
            }
        }
    }

    private static void plain(Attempts attempts, List<Site> sites, byte[] bytes) {
        boolean fixed = sites.getFirst().type() instanceof AbiType.FixedBytes;
        if (!fixed && bytes.length > 0) {
            NumberSearch.least(
                    BigInteger.valueOf(bytes.length),
                    BigInteger.ONE.negate(),
                    n -> n.signum() >= 0
                            && attempts.attemptInPlace(Site.write(
                                    sites,
                                    attempts.best(),
                                    new AbiValue.Bytes(Arrays.copyOf(bytes, n.intValueExact())))));
        }
        int length = ((AbiValue.Bytes) sites.getFirst().read(attempts.best())).content().length;
        if (!isZero(((AbiValue.Bytes) sites.getFirst().read(attempts.best())).content())) {
            attempts.attemptInPlace(Site.write(sites, attempts.best(), new AbiValue.Bytes(new byte[length])));
        }
    }

    private static void rawData(Attempts attempts, List<Integer> index) {
        if (attempts.best().get(index.getFirst()).call() instanceof StepCall.RawCall raw && raw.data().length > 0) {
            NumberSearch.least(
                    BigInteger.valueOf(raw.data().length),
                    BigInteger.ONE.negate(),
                    n -> n.signum() >= 0
                            && attempts.attemptInPlace(attempts.with(
                                    index, s -> cut(s, Arrays.copyOf(raw.data(), n.intValueExact())))));
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
