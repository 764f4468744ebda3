package thymus.solver.proof;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thymus.spec.text.PrintableText;
import thymus.spec.tree.Property;

/**
 * The subject of a query of a proof.
 *
 * @param property the property whose proof contains the query
 * @param obligation the proof obligation that an answer of unsat discharges
 * @param transaction the transaction for a reader, such as {@code vault.withdraw(uint256)}
 * @param contract the called contract; empty for a transaction without effect
 */
record QuerySubject(Property property, Obligation obligation, String transaction, Optional<String> contract) {
    /** The kinds of proof obligations. */
    enum Obligation {
        /** A transaction preserves the property. */
        PROPERTY,
        /** A transaction preserves the lemmas. */
        LEMMAS,
        /** The base case: the property holds in the state after setup. */
        PROPERTY_AFTER_SETUP,
        /** The base case: the lemmas hold in the state after setup. */
        LEMMAS_AFTER_SETUP
    }

    static QuerySubject afterSetup(Property property, Obligation obligation) {
        return new QuerySubject(property, obligation, "the state after setup", Optional.empty());
    }

    /** Renders the first lines of the query's file as comments. The first line is a summary. */
    String header() {
        String name = property.kind() + " " + property.name();
        String kept = switch (obligation) {
            case PROPERTY, PROPERTY_AFTER_SETUP -> name;
            case LEMMAS, LEMMAS_AFTER_SETUP -> "lemmas of " + name;
        };
        String shown = switch (obligation) {
            case PROPERTY -> "no such transaction, from any state in which the lemmas hold, breaks the property";
            case LEMMAS ->
                "no such transaction, from any state in which the lemmas hold, breaks one of the lemmas that its proof "
                        + "uses";
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

    /** Names come from untrusted files, so no name may end the comment. */
    private static String comment(List<String> lines) {
        return lines.stream().map(line -> "; " + PrintableText.of(line) + "\n").collect(Collectors.joining());
    }
}
