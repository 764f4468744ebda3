package thymus.ci.check;

import thymus.spec.tree.Property;

/** The proving side, as a check sees it. Used by one thread, but for {@link #cancel()}. */
public interface PropertyProver {
    ProofResult prove(Property property);

    /** From any thread: the running proof, and every later one, ends soon without a decision. */
    void cancel();
}
