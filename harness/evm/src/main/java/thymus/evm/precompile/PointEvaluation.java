package thymus.evm.precompile;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import thymus.evm.precompile.bls12381.Group;
import thymus.evm.precompile.bls12381.KzgProof;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/**
 * The point evaluation of EIP-4844, of versioned hash, z, y, commitment and proof. It succeeds if the proof shows that
 * the committed polynomial has the value y at z. The output is the number of field elements per blob and the modulus.
 */
final class PointEvaluation implements Precompile {
    private static final int INPUT = 192;
    private static final int COMMITMENT = 96;
    private static final int PROOF = 144;
    /** The first byte of the versioned hash of a commitment. */
    private static final byte VERSION = 1;

    private static final long FIELD_ELEMENTS_PER_BLOB = 4096;

    @Override
    public long gas(byte[] input) {
        return 50_000;
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        return Blst.run("KZG_POINT_EVALUATION", () -> isProved(input) ? Optional.of(output()) : Optional.empty());
    }

    private static boolean isProved(byte[] input) {
        if (input.length != INPUT) {
            return false;
        }
        byte[] commitment = Arrays.copyOfRange(input, COMMITMENT, PROOF);
        byte[] hash = Hashes.SHA256.compute(commitment);
        hash[0] = VERSION;
        return Arrays.equals(hash, 0, 32, input, 0, 32)
                && KzgProof.holds(
                        commitment, number(input, 32), number(input, 64), Arrays.copyOfRange(input, PROOF, INPUT));
    }

    private static BigInteger number(byte[] input, int at) {
        return new BigInteger(1, input, at, 32);
    }

    private static byte[] output() {
        byte[] output = new byte[64];
        WordBytes.write(Word.of(FIELD_ELEMENTS_PER_BLOB), output, 0);
        WordBytes.write(Word.of(Group.ORDER), output, 32);
        return output;
    }
}
