package thymus.spec.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thymus.spec.Examples;
import thymus.spec.RuleError;
import thymus.spec.SpecException;
import thymus.spec.Specification;
import thymus.spec.TestContracts;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Property;

/** A definition stands for what it defines, and for nothing else. */
class DefinitionTest {
    private static Specification read(String text) {
        return SpecificationReader.read(Examples.SYSTEM + text, "x.inv", new TestContracts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            define CAP = 10e18;                                | vault.capacity <= CAP            | \
            vault.capacity <= 10e18
            define SHARE = 10%;                                | SHARE * now <= vault.capacity    | \
            now <= 10 * vault.capacity
            define twice(x) = 2 * x;                           | twice(now + 1) <= 9              | 2 * (now + 1) <= 9
            define twice(uint256 x) = 2 * x;                   | twice(twice(3)) <= 9             | 12 <= 9
            define held(address u) = vault.shares[u];          | held(alice) <= held(bob)         | \
            vault.shares[alice] <= vault.shares[bob]
            define old(x) = prev(x);                           | old(vault.capacity) <= 9         | \
            prev(vault.capacity) <= 9
            define bucket = limiter.bucket;                    | bucket.rate <= 9                 | \
            limiter.bucket.rate <= 9
            define shares = vault.shares;                      | sum(shares) <= shares[alice]     | \
            sum(vault.shares) <= vault.shares[alice]
            define day = 1 days;                               | sum(out, last day) <= 9          | \
            sum(out, last 24 hours) <= 9
            define all(x) = forall address u: vault.shares[u] <= x; | all(vault.capacity)         | \
            forall address u: vault.shares[u] <= vault.capacity
            define b = a + 1; define a = now;                  | b <= 9                           | now + 1 <= 9
            define kind(bytes4 k) = vault.kind() == k;         | kind(0x12345678)                 | \
            vault.kind() == bytes(0x12345678)
            """)
    void standsForItsText(String define, String written, String meaning) {
        Property property =
                read(define + " invariant x: " + written + ";").properties().getFirst();
        assertEquals(meaning, Printer.print(property.condition()));
    }

    /** The u inside is another one than the u outside: nothing is captured. */
    @Test
    void namesWithinDoNotMeetNamesOutside() {
        Property property = read("define most(x) = forall address u: vault.shares[u] <= x;"
                        + "invariant y: forall address u: most(vault.accounts[u].shares);")
                .properties()
                .getFirst();
        String printed = Printer.print(property.condition());
        assertEquals("forall address u: forall address u: vault.shares[u] <= vault.accounts[u].shares", printed);
        var outer = (thymus.spec.tree.Expr.ForAll) property.condition();
        var inner = (thymus.spec.tree.Expr.ForAll) outer.body();
        assertTrue(outer.variable().id() != inner.variable().id());
    }

    @Test
    void constantsServeInSetupPatternsAndTheAdversary() {
        Specification specification = SpecificationReader.read("""
                contract Limiter = "Limiter.sol:Limiter";
                contract Vault = "Vault.sol:Vault";
                actor alice;
                define CONFIG = (true, 100, 1);
                define WEEK = 7 days;
                define DUST = 5;
                define OWNER = 0x00000000000000000000000000000000000000cc;
                setup {
                  limiter = new Limiter(CONFIG) from alice;
                  vault = new Vault(limiter, OWNER, DUST, 1) from alice;
                }
                adversary { time advances 0 .. WEEK; }
                rule r: on ok(vault.withdraw(DUST) from OWNER): true;
                """, "x.inv", new TestContracts());
        assertEquals(
                604_800,
                specification.adversary().maximumAdvance().orElseThrow().intValue());
        Property.Rule rule = (Property.Rule) specification.properties().getFirst();
        assertEquals(
                "msg.sender == 0x00000000000000000000000000000000000000cc && amount in the pattern == 5",
                Printer.print(rule.trigger().where().orElseThrow()));
    }

    @Test
    void expansionsHaveBounds() {
        StringBuilder doubling = new StringBuilder("define d0(x) = x + x;");
        for (int i = 1; i < 40; i++) {
            doubling.append("define d")
                    .append(i)
                    .append("(x) = d")
                    .append(i - 1)
                    .append("(d")
                    .append(i - 1)
                    .append("(x));");
        }
        assertThrows(RuleError.class, () -> read(doubling + "invariant x: d39(now) > 0;"));
        StringBuilder nested = new StringBuilder("define n0(x) = " + "-(".repeat(60) + "x" + ")".repeat(60) + ";");
        for (int i = 1; i < 40; i++) {
            nested.append("define n")
                    .append(i)
                    .append("(x) = ")
                    .append("-(".repeat(60))
                    .append("n" + (i - 1) + "(x)")
                    .append(")".repeat(60))
                    .append(";");
        }
        assertThrows(RuleError.class, () -> read(nested + "invariant x: n39(now) > 0;"));
        String arguments = "n0(".repeat(50) + "now" + ")".repeat(50);
        assertThrows(
                SpecException.class,
                () -> read("define n0(x) = " + "-(".repeat(60) + "x" + ")".repeat(60) + ";invariant x: " + arguments
                        + " > 0;"));
    }
}
