package thymus.corpus.traps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The function in which the twins differ.
 *
 * @param host the function that it replaces; empty if it is one more
 * @param harmed with the violation
 * @param spared with something harmless in its place
 * @param witness calls that break a claim where it is harmed
 */
record Plant(Optional<Function> host, Function harmed, Function spared, List<Call> witness) {
    private static final String MILD = "touched++;";

    static Plant draw(Dice dice, Draft draft, Guard guard) {
        Weakness weakness = dice.of(draft.weaknesses);
        List<Function> hosts = draft.functions.stream().filter(Function::whole).toList();
        boolean hosted = switch (weakness.place()) {
            case ANYWHERE -> !hosts.isEmpty() && dice.chance(40);
            case HOSTED -> true;
            case ALONE -> false;
        };
        List<Parameter> parameters = new ArrayList<>(weakness.parameters());
        parameters.addAll(guard.parameters());
        Form form = Form.draw(dice, hosted);
        Optional<Function> host = hosted ? Optional.of(dice.of(hosts)) : Optional.empty();
        Function empty = new Function(name(dice), List.of(), "", weakness.before(), false);
        Function base = host.orElse(empty);
        Function harmed = base.with(parameters, form.around(guard.condition(), weakness.harm()));
        Function spared = base.with(parameters, form.around(guard.condition(), MILD));
        List<Call> witness = new ArrayList<>(guard.prior());
        witness.addAll(weakness.prior());
        witness.add(harmed.call());
        witness.addAll(weakness.after());
        return new Plant(host, harmed, spared, witness);
    }

    /** A different one each time: the order in which functions are looked at is that of their selectors. */
    private static String name(Dice dice) {
        return "settle" + (char) ('A' + dice.below(26)) + (char) ('a' + dice.below(26));
    }

    boolean replaces(Function function) {
        return host.filter(function::equals).isPresent();
    }

    /** How a condition stands before what it guards. */
    private enum Form {
        REQUIRE("require(%s);\n%s"),
        RETURN("if (!(%s)) return;\n%s"),
        IF("if (%s) {\n    %s\n}"),
        ELSE("if (%s) {\n    %s\n} else {\n    touched += 2;\n}"),
        FLAG("bool met = %s;\ntouched = met ? 1 : 2;\nif (met) {\n    %s\n}"),
        LOOP("for (uint256 round = 0; round < 2; round++) {\n    if (round == 1 && %s) {\n        %s\n    }\n}");

        private final String text;

        Form(String text) {
            this.text = text;
        }

        static Form draw(Dice dice, boolean hosted) {
            // A host that nobody could call would make its own claims empty.
            return hosted ? dice.of(IF, ELSE, FLAG, LOOP) : dice.of(values());
        }

        String around(String condition, String statements) {
            String operand = this == LOOP || this == FLAG ? "(" + condition + ")" : condition;
            return String.format(text, operand, statements);
        }
    }
}
