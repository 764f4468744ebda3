package thymus.solver.proof;

import java.math.BigInteger;
import java.util.List;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.solver.state.Region;

/** Inverts {@link Region}: computes the number of the slot that keys select from a region. */
final class SlotNumbers {
    private static final String MAPPING = "m(";
    private static final String FIXED = "f(";
    private static final String HASHED = Region.hashed("").shape();

    private SlotNumbers() {}

    /** @param region a region of elements of mappings and of arrays of fixed length */
    static BigInteger of(Region region, List<BigInteger> keys) {
        return of(region.shape(), keys).add(region.offset()).mod(BigInteger.TWO.pow(256));
    }

    private static BigInteger of(String path, List<BigInteger> keys) {
        if (!path.endsWith(")") && path.indexOf('+') >= 0) {
            int plus = path.lastIndexOf('+');
            return of(path.substring(0, plus), keys).add(new BigInteger(path.substring(plus + 1)));
        }
        if (path.startsWith(FIXED)) {
            int times = path.lastIndexOf('*');
            BigInteger stride = new BigInteger(path.substring(times + 1, path.length() - 1));
            return of(path.substring(FIXED.length(), times), keys.subList(0, keys.size() - 1))
                    .add(stride.multiply(keys.getLast()));
        }
        if (path.equals(HASHED)) {
            return hash(keys.getFirst(), keys.get(1));
        }
        if (!path.startsWith(MAPPING)) {
            return new BigInteger(path);
        }
        BigInteger mapping = of(path.substring(MAPPING.length(), path.length() - 1), keys.subList(0, keys.size() - 1));
        return hash(keys.getLast(), mapping.mod(BigInteger.TWO.pow(256)));
    }

    private static BigInteger hash(BigInteger first, BigInteger second) {
        byte[] input = new byte[64];
        System.arraycopy(Word.of(first).toBytes32(), 0, input, 0, 32);
        System.arraycopy(Word.of(second).toBytes32(), 0, input, 32, 32);
        return Keccak.hash(input).toBigInteger();
    }
}
