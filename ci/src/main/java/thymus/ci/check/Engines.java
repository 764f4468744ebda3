package thymus.ci.check;

/** Makes what a check works with; each of them has a deployed system of its own. */
public interface Engines {
    PropertyProver prover();

    Fuzzer fuzzer();

    Referee referee();
}
