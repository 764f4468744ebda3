package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A function stores the value of an expression, and a rule says the same in words of its own. */
final class Formulas implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String n = draft.name("n");
        draft.state.add("uint256 " + n + ";");
        Expr expr = null;
        Optional<String> said = Optional.empty();
        while (said.isEmpty()) {
            expr = new Expressions(dice, List.of("x", "y"), true).draw(dice.between(1, 3));
            said = SpecificationText.of(expr);
        }
        String set = draft.name("set");
        draft.function(
                set,
                "unchecked { " + n + " = " + SolidityText.of(expr) + "; }",
                new Parameter("uint256", "x", dice.word(256)),
                new Parameter("uint256", "y", dice.word(64)));
        draft.rule("says", "ok(c." + set + "(x, y…))", "c." + n + " == " + said.get());
        draft.weaknesses.add(Weakness.of(n + " ^= " + BigInteger.TWO.pow(dice.below(256)) + ";")
                .hosted());
    }
}
