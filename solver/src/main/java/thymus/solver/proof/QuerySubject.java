package thymus.solver.proof;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thymus.spec.text.PrintableText;
import thymus.spec.tree.Property;

/**
 * What a query of a proof is about.
 *
 * @param property whose proof the query belongs to
 * @param obligation what an answer of unsat shows to be kept
 * @param transaction that keeps it, for a reader, such as {@code vault.withdraw(uint256)}
 * @param contract which contract is called; empty for a transaction that changes nothing
 */
record QuerySubject(Property property, Obligation obligation, String transaction, Optional<String> contract) {
    /** What has to be shown. */
    enum Obligation {
        /** A transaction keeps the property. */
        PROPERTY,
        /** A transaction keeps the lemmas. */
        LEMMAS,
        /** The induction begins: the property holds in the state that setup left. */
        PROPERTY_AFTER_SETUP,
        /** The induction begins: so do the lemmas. */
        LEMMAS_AFTER_SETUP
    }

    static QuerySubject afterSetup(Property property, Obligation obligation) {
        return new QuerySubject(property, obligation, "the state after setup", Optional.empty());
    }

    /** The first lines of the query's file, as comments. The first says it in one line. */
    String header() {
        String name = property.kind() + " " + property.name();
        String kept = switch (obligation) {
            case PROPERTY, PROPERTY_AFTER_SETUP -> name;
            case LEMMAS, LEMMAS_AFTER_SETUP -> "lemmas of " + name;
        };
        String shown = switch (obligation) {
            case PROPERTY -> "no such transaction, from any state in which the lemmas hold, breaks the property";
            case LEMMAS ->
                "no such transaction, from any state in which the lemmas hold, breaks one of the lemmas that its proof uses";
            case PROPERTY_AFTER_SETUP -> "the state that setup left does not break the property";
            case LEMMAS_AFTER_SETUP -> "the state that setup left breaks none of the lemmas that its proof uses";
        };
        return comment(List.of(
                kept + ": " + transaction,
                "property: " + name,
                "obligation: " + shown,
                "transaction: " + transaction,
                contract.map(c -> "contract: " + c).orElse("contract: none"),
                "unsat: the obligation holds; sat: it does not, and the proof is wrong"));
    }

    /** Names come from files that anybody may have written: none may end the comment. */
    private static String comment(List<String> lines) {
        return lines.stream().map(line -> "; " + PrintableText.of(line) + "\n").collect(Collectors.joining());
    }
}
