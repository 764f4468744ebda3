package thymus.evm.precompile.bls12381;

import java.util.ArrayList;
import java.util.List;
import supranational.blst.P1;
import supranational.blst.P2;
import supranational.blst.PT;

/** A check whether a product of pairings is one, computed by blst. */
public final class PairingCheck {
    private final List<PT> factors = new ArrayList<>();

    /** Multiplies by the pairing of two points of the groups. */
    public PairingCheck with(P1 p, P2 q) {
        // The pairing of infinity with any point is one.
        if (!p.is_inf() && !q.is_inf()) {
            factors.add(new PT(q.to_affine(), p.to_affine()));
        }
        return this;
    }

    /** Returns whether the product is one. */
    public boolean isOne() {
        return factors.stream()
                .reduce(PT::mul)
                .map(product -> product.final_exp().is_one())
                .orElse(true);
    }
}
