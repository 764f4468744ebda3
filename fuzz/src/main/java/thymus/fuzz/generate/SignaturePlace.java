package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import thymus.contracts.abi.AbiValue;
import thymus.evm.precompile.Secp256k1;
import thymus.spec.contract.Parameter;

/** Finds the signature that a contract has taken from its arguments, and puts another one there. */
final class SignaturePlace {
    private static final int WORD = SignatureShapes.WORD;
    private static final BigInteger BASE = BigInteger.valueOf(SignatureShapes.BASE);

    private final List<Parameter> parameters;
    private final ChainView.Recovery taken;

    SignaturePlace(List<Parameter> parameters, ChainView.Recovery taken) {
        this.parameters = parameters;
        this.taken = taken;
    }

    /** @return empty if what was taken does not stand among the arguments */
    Optional<List<AbiValue>> with(Secp256k1.Signature signature, List<AbiValue> arguments) {
        List<Leaf> leaves = Leaf.in(parameters, arguments);
        for (Leaf leaf : leaves) {
            Optional<List<AbiValue>> replaced = switch (leaf.value()) {
                case AbiValue.Number _ when leaf.holds(taken.r()) -> words(leaves, leaf, signature, arguments);
                case AbiValue.Bytes bytes ->
                    within(bytes.content(), signature).map(other -> leaf.write(arguments, AbiValue.of(other)));
                case AbiValue.Number _, AbiValue.Sequence _ -> Optional.empty();
            };
            if (replaced.isPresent()) {
                return replaced;
            }
        }
        return Optional.empty();
    }

    private Optional<List<AbiValue>> words(
            List<Leaf> leaves, Leaf r, Secp256k1.Signature signature, List<AbiValue> arguments) {
        Optional<Leaf> half = nearest(
                leaves, r, leaf -> leaf.holds(taken.s()) || leaf.holds(taken.s().setBit(255)));
        if (half.isEmpty()) {
            return Optional.empty();
        }
        Optional<Leaf> parity = nearest(
                leaves,
                r,
                leaf -> SignatureShapes.isParity(leaf.type())
                        && (leaf.holds(taken.v()) || leaf.holds(taken.v().subtract(BASE))));
        List<AbiValue> changed = r.write(arguments, AbiValue.of(signature.r().toBigInteger()));
        BigInteger s = signature.s().toBigInteger();
        if (parity.isEmpty()) {
            return Optional.of(half.get().write(changed, AbiValue.of(SignatureShapes.compact(s, signature.odd()))));
        }
        changed = half.get().write(changed, AbiValue.of(s));
        BigInteger base = parity.get().holds(taken.v()) ? BASE : BigInteger.ZERO;
        BigInteger v = signature.odd() ? base.add(BigInteger.ONE) : base;
        return Optional.of(parity.get().write(changed, AbiValue.of(v)));
    }

    /** In the same tuple, in another array at the same index, or anywhere. */
    static Optional<Leaf> nearest(List<Leaf> leaves, Leaf from, Predicate<Leaf> wanted) {
        int start = leaves.indexOf(from);
        return leaves.stream()
                .filter(leaf -> leaf != from && wanted.test(leaf))
                .min(Comparator.comparingInt(leaf -> Math.abs(leaves.indexOf(leaf) - start)
                        + (leaf.isBeside(from) || leaf.last() == from.last() ? 0 : leaves.size())));
    }

    private Optional<byte[]> within(byte[] bytes, Secp256k1.Signature signature) {
        for (int at = 0; at + 2 * WORD <= bytes.length; at++) {
            if (word(bytes, at).equals(taken.r())
                    && word(bytes, at + WORD).clearBit(255).equals(taken.s().clearBit(255))) {
                return Optional.of(written(bytes.clone(), at, signature));
            }
        }
        return Optional.empty();
    }

    static BigInteger word(byte[] bytes, int at) {
        return new BigInteger(1, Arrays.copyOfRange(bytes, at, at + WORD));
    }

    private byte[] written(byte[] bytes, int at, Secp256k1.Signature signature) {
        System.arraycopy(signature.r().toBytes32(), 0, bytes, at, WORD);
        System.arraycopy(signature.s().toBytes32(), 0, bytes, at + WORD, WORD);
        int behind = at + 2 * WORD;
        if (at >= WORD && isParity(word(bytes, at - WORD))) {
            parity(bytes, at - 1, signature);
        } else if (behind + WORD <= bytes.length && isParity(word(bytes, behind))) {
            parity(bytes, behind + WORD - 1, signature);
        } else if (behind < bytes.length && isParity(BigInteger.valueOf(bytes[behind] & 0xff))) {
            parity(bytes, behind, signature);
        } else if (signature.odd()) {
            bytes[at + WORD] |= (byte) 0x80;
        }
        return bytes;
    }

    private boolean isParity(BigInteger found) {
        return found.equals(taken.v()) || found.equals(taken.v().subtract(BASE));
    }

    private void parity(byte[] bytes, int at, Secp256k1.Signature signature) {
        int base = (bytes[at] & 0xff) == taken.v().intValue() ? SignatureShapes.BASE : 0;
        bytes[at] = (byte) (base + (signature.odd() ? 1 : 0));
    }
}
