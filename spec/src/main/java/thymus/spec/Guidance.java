package thymus.spec;

import java.util.List;

/**
 * What the file tells the fuzzer to do, beside what it does by itself. Nothing here takes a call away, and proofs do
 * not read it.
 *
 * @param seeds the sequences that each campaign runs first, in the order of the file
 */
public record Guidance(List<Action> actions, List<Seed> seeds) {
    public static final Guidance NONE = new Guidance(List.of(), List.of());

    public Guidance {
        actions = List.copyOf(actions);
        seeds = List.copyOf(seeds);
    }
}
