package thymus.spec.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.spec.Examples;
import thymus.spec.Shape;
import thymus.spec.TestContracts;
import thymus.spec.check.SpecificationReader;

class PrinterTest {
    private static Expr read(String expression) {
        String text = Examples.SYSTEM + "invariant x: " + expression + ";";
        return SpecificationReader.read(text, "x.inv", new TestContracts())
                .properties()
                .getFirst()
                .condition();
    }

    @Property(tries = 500)
    void whatIsPrintedReadsAsTheSameTree(@ForAll("truths") Expr expr) {
        assertEquals(Shape.of(expr), Shape.of(read(Printer.print(expr))), () -> Printer.print(expr));
    }

    @Provide
    Arbitrary<Expr> truths() {
        return ExprArbitrary.truths();
    }

    /** Already in the form that is printed: no parenthesis too many. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vault.paused() && (true || false) ==> !vault.paused() ==> true",
                "(true ==> false) ==> true",
                "vault.capacity - (1 - vault.trippedAt) - 2 < -5 * (now + 1)",
                "!(now < 5) && -(-now) < abs(now) / 2 % 3",
                "(vault.paused() ? 1 : now < 2 ? 2 : 3) <= 4",
                "(now < 5) == (5 < now)",
                "forall address u: forall a in {alice, bob}: u != a ==> vault.shares[u] <= max(uint256)",
                "true && (forall int8 i: i <= 127)",
                "sum(out by alice, last 24 hours) <= sum(used, last 61 seconds) + count(out, ever) + min(out, last "
                        + "vault.capacity)",
                "vault.limits().cap == vault.series()[2] && limiter.state().enabled && vault.accounts[bob].frozen",
                "can(guardian, limiter.configure([true, 100, 1])) && vault.roleOf(bob) == bytes(0x12)",
                "vault.guardian == 0x00000000000000000000000000000000000000aa && 5000e18 < balance(vault)",
                "prev(prev(vault.queue.length)) <= vault.queue[0] && msg.value < block.number && msg.sender == "
                        + "vault.owner()",
                "min(max(now, 1), 2) == 2 * sum(token.allowances[alice])",
            })
    void printsAsAPersonWouldWrite(String expression) {
        assertEquals(expression, Printer.print(read(expression)));
    }
}
