package thymus.corpus.traps;

import java.util.List;

/**
 * How what a shape claims can be broken.
 *
 * @param parameters what the statements need
 * @param before statements that come before the guard
 * @param harm what breaks a claim
 * @param place where the harm can be done
 * @param prior calls before the one that does the harm
 * @param after calls that show it
 */
record Weakness(
        List<Parameter> parameters, String before, String harm, Place place, List<Call> prior, List<Call> after) {
    enum Place {
        ANYWHERE,
        ALONE,
        HOSTED
    }

    Weakness {
        parameters = List.copyOf(parameters);
        prior = List.copyOf(prior);
        after = List.copyOf(after);
    }

    static Weakness of(String harm, Parameter... parameters) {
        return new Weakness(List.of(parameters), "", harm, Place.ANYWHERE, List.of(), List.of());
    }

    /** Only at the end of the function that the claim is about: elsewhere it breaks nothing. */
    Weakness hosted() {
        return new Weakness(parameters, before, harm, Place.HOSTED, prior, after);
    }

    /** In a function of its own: what others do before it would hide it, or keep its caller out. */
    Weakness ofItsOwn() {
        return new Weakness(parameters, before, harm, Place.ALONE, prior, after);
    }

    Weakness between(List<Call> first, List<Call> last) {
        return new Weakness(parameters, before, harm, place, first, last);
    }
}
