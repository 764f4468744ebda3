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
    /** What has to be shown of a transaction. */
    enum Obligation {
        PROPERTY,
        LEMMAS
    }

    /** The first lines of the query's file, as comments. The first says it in one line. */
    String header() {
        String name = property.kind() + " " + property.name();
        String kept = switch (obligation) {
            case PROPERTY -> name;
            case LEMMAS -> "lemmas of " + name;
        };
        String question = switch (obligation) {
            case PROPERTY -> "breaks the property";
            case LEMMAS -> "breaks one of the lemmas that its proof uses";
        };
        return comment(List.of(
                kept + ": " + transaction,
                "property: " + name,
                "obligation: no such transaction, from any state in which the lemmas hold, " + question,
                "transaction: " + transaction,
                contract.map(c -> "contract: " + c).orElse("contract: none"),
                "unsat: the obligation holds; sat: it does not, and the proof is wrong"));
    }

    /** Names come from files that anybody may have written: none may end the comment. */
    private static String comment(List<String> lines) {
        return lines.stream().map(line -> "; " + PrintableText.of(line) + "\n").collect(Collectors.joining());
    }
}
