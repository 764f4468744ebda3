package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.evm.precompile.Secp256k1;
import thymus.evm.primitive.Word;
import thymus.system.execution.SentMessage;
import thymus.system.execution.Step;

/** The chain between two transactions, as generators see it. */
public interface ChainView {
    /** Two numbers that a contract compared. */
    record Comparison(BigInteger left, BigInteger right) {}

    /** What a contract handed to the ecrecover precompile. */
    record Recovery(BigInteger hash, BigInteger v, BigInteger r, BigInteger s) {
        private static final int EVEN = 27;

        static Recovery of(BigInteger hash, Secp256k1.Signature signature) {
            return new Recovery(
                    hash,
                    BigInteger.valueOf(signature.odd() ? EVEN + 1 : EVEN),
                    signature.r().toBigInteger(),
                    signature.s().toBigInteger());
        }

        /** The signature, if it has the form of one. */
        Optional<Secp256k1.Signature> form() {
            boolean isForm = v.bitLength() < 8 && (v.intValue() == EVEN || v.intValue() == EVEN + 1);
            return isForm
                    ? Optional.of(new Secp256k1.Signature(v.intValue() != EVEN, Word.of(r), Word.of(s)))
                    : Optional.empty();
        }
    }

    /**
     * What a step would do.
     *
     * @param ok whether it would succeed
     */
    record Trial(boolean ok, List<Recovery> recoveries) {}

    /** The time in seconds since the Unix epoch. */
    long now();

    /**
     * The numbers among the results of a view; empty if it reverts.
     *
     * @param later the seconds by which the clock is advanced for the query
     */
    List<BigInteger> ask(Probe probe, List<BigInteger> arguments, long later);

    /** The messages that a relay may deliver now; none where the contract is no relay. */
    default List<SentMessage> pending(String relay) {
        return List.of();
    }

    /** The comparisons that the step would execute now. The state does not change. */
    List<Comparison> compared(Step step);

    /** The signatures that the step would have checked now. The state does not change. */
    default Trial tried(Step step) {
        return new Trial(false, List.of());
    }
}
