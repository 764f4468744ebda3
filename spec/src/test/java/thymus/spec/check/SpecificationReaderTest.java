package thymus.spec.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.spec.Action;
import thymus.spec.Adversary;
import thymus.spec.Choice;
import thymus.spec.Examples;
import thymus.spec.Fork;
import thymus.spec.Guidance;
import thymus.spec.ScriptedCall;
import thymus.spec.Seed;
import thymus.spec.SetupStep;
import thymus.spec.SeveralErrors;
import thymus.spec.Specification;
import thymus.spec.TestContracts;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;

class SpecificationReaderTest {
    private static final Specification VAULT = read(Examples.VAULT);

    private static Specification read(String text) {
        return SpecificationReader.read(text, "Vault.inv", new TestContracts());
    }

    private static String reason(String rule) {
        return ((Trigger.TriedCall) trigger(rule)).reason().orElseThrow().data();
    }

    private static Trigger trigger(String rule) {
        return ((Property.Rule) read(Examples.SYSTEM + rule).properties().getFirst()).trigger();
    }

    private static List<String> words(List<Trigger.Binding> bindings) {
        return bindings.stream().map(b -> b.variable().name() + "@" + b.word()).toList();
    }

    @Test
    void namesStandInTheOrderOfTheFile() {
        assertEquals(
                List.of("Token", "Vault", "Limiter", "Proxy"),
                List.copyOf(VAULT.contracts().keySet()));
        assertEquals(List.of("alice", "bob", "guardian"), VAULT.actors());
        assertEquals(
                "{token=Token, vault=Vault, limiter=Limiter, behind=Vault, bare=Limiter, spelt=Proxy}",
                VAULT.instances().toString());
        assertEquals(
                List.of("out", "used", "large"),
                VAULT.flows().stream().map(Flow::name).toList());
        assertEquals(
                List.of(
                        "solvent", "share", "halted", "typed", "valued", "fixed", "safe", "sound", "refused", "bucket",
                        "out24", "each"),
                VAULT.properties().stream().map(Property::name).toList());
    }

    @Test
    void parametersStandForNumbersOfTheirRanges() {
        Specification open = read("parameter cap in -3 .. 2 ** 70;\n"
                + Examples.SYSTEM.replace("10_000e18", "7")
                + "define TWICE = 2 * cap; define HALF(x) = x / 2;"
                + "invariant n: vault.capacity <= HALF(TWICE) + 10% * cap;");
        assertEquals(Map.of("cap", BigInteger.valueOf(-3)), open.chosen());
        assertEquals(
                "10 * vault.capacity <= 10 * (2 * cap / 2) + cap",
                Printer.print(open.properties().getFirst().condition()));
        Map<String, BigInteger> other = Map.of("cap", BigInteger.TEN);
        assertEquals(other, open.choosing(other).chosen());
        assertEquals(
                BigInteger.TWO.pow(70),
                open.choosing(other).parameters().get("cap").greatest());
    }

    @Test
    void setupIsUnrolledInOrder() {
        List<String> steps =
                VAULT.setup().stream().map(SpecificationReaderTest::shown).toList();
        assertEquals(
                List.of(
                        "guardian: token = new Token[]",
                        "guardian: vault = new Vault[token, guardian, 10_000e18, 3e18] value 1e18",
                        "guardian: limiter = new Limiter[[true, 100, 1]]",
                        "guardian: token.mint[alice, 1_000_000e18]",
                        "alice: token.approve[vault, max(uint256)]",
                        "guardian: token.mint[bob, 1_000_000e18]",
                        "bob: token.approve[vault, max(uint256)]",
                        "alice: behind = new Proxy as Vault[vault, call vault.rename(\"y\")]",
                        "alice: bare = new Proxy as Limiter[vault, \"0x\"]",
                        "alice: spelt = new Proxy[vault, \"0x0012\"]",
                        "bob: limiter.setAll[[1, 2, 3], [bytes(0x1), "
                                + "bytes(0x6b65790000000000000000000000000000000000000000000000000000000000)]]",
                        "alice: vault.rename[\"x\"]"),
                steps);
    }

    private static String shown(SetupStep step) {
        String what = switch (step) {
            case SetupStep.Deploy d ->
                d.instance() + " = new " + d.contract() + (d.type().equals(d.contract()) ? "" : " as " + d.type());
            case SetupStep.Call c -> c.instance() + "." + c.function().name();
        };
        String value = Printer.print(step.value());
        return Printer.print(step.sender()) + ": " + what
                + step.arguments().stream().map(Printer::print).toList() + (value.equals("0") ? "" : " value " + value);
    }

    @Test
    void actionsAndTriesGuideTheFuzzerAlone() {
        String guided = Examples.SYSTEM + """
                action supply weight 3 { vault.deposit(1 .. 5) from {alice, bob}; }
                action open {
                  n in {2, 4};
                  token.approve(vault, n);
                  time advances 1 .. 9;
                  time advances 1;
                  vault.donate() value n;
                }
                """ + """
                try { vault.deposit(7) from alice; time advances 1 days; vault.withdraw(7) from bob; }
                """;
        Guidance guidance = read(guided).guidance();
        assertEquals(
                List.of("supply", "open"),
                guidance.actions().stream().map(Action::name).toList());
        ScriptedCall supply = guidance.actions().getFirst().calls().getFirst();
        assertEquals(3, guidance.actions().getFirst().weight());
        assertEquals(List.of("alice", "bob"), supply.senders().actors());
        assertEquals(List.of(new Choice.Between(BigInteger.ONE, BigInteger.valueOf(5))), supply.arguments());
        ScriptedCall donate = guidance.actions().get(1).calls().get(1);
        assertEquals(Optional.of(new ScriptedCall.Pause(BigInteger.TWO, BigInteger.TEN)), donate.pause());
        assertEquals(ScriptedCall.Senders.ANYONE, donate.senders());
        assertInstanceOf(Choice.Shared.class, donate.value());
        Seed seed = guidance.seeds().getFirst();
        assertEquals(
                List.of(0, 86_400),
                seed.calls().stream()
                        .map(call -> call.pause().orElseThrow().greatest().intValueExact())
                        .toList());
        assertEquals(read(Examples.SYSTEM).adversary(), read(guided).adversary());
    }

    @Test
    void aForkNamesWhatStandsThere() {
        Specification forked = read("""
                fork env MAINNET_RPC block 21_000_000;
                contract Token = "Token.sol:Token";
                contract vault = "Vault.sol:Vault" at 0x00000000000000000000000000000000000000bb;
                actor alice, owner at 0x000000000000000000000000000000000000cccc;
                setup { token = new Token() from alice; vault.pause() from owner; }
                invariant x: vault.paused() || msg.sender == owner;
                """);
        Fork fork = forked.fork().orElseThrow();
        assertEquals(new Fork.Variable("MAINNET_RPC"), fork.source());
        assertEquals(Optional.of(BigInteger.valueOf(21_000_000)), fork.block());
        assertEquals(Map.of("vault", BigInteger.valueOf(0xbb), "owner", BigInteger.valueOf(0xcccc)), forked.places());
        assertEquals(List.of("vault", "token"), List.copyOf(forked.instances().keySet()));
        assertEquals("Vault", forked.modelOf("vault").name());
    }

    @Test
    void aFileOfStateHasNoBlock() {
        Fork fork = read("fork \"state.json\"; actor alice;").fork().orElseThrow();
        assertEquals(new Fork.Place("state.json"), fork.source());
        assertEquals(Optional.empty(), fork.block());
        assertEquals(Optional.empty(), read("actor alice;").fork());
    }

    @Test
    void theAdversaryIsNarrowedAsWritten() {
        Adversary adversary = VAULT.adversary();
        assertEquals(
                List.of("guardian", "bob"),
                adversary.trusted().stream().map(Adversary.Trust::actor).toList());
        assertEquals(List.of(), adversary.trusted().getFirst().functions());
        assertEquals(
                List.of("vault.pause()", "vault.move(address,uint256)"),
                adversary.trusted().get(1).functions().stream()
                        .map(SpecificationReaderTest::shown)
                        .toList());
        assertEquals(
                List.of("vault.setFee(uint8)"),
                adversary.excluded().stream()
                        .map(SpecificationReaderTest::shown)
                        .toList());
        assertEquals(BigInteger.ZERO, adversary.minimumAdvance());
        assertEquals(Optional.of(BigInteger.valueOf(604_800)), adversary.maximumAdvance());
        assertEquals(Optional.of(BigInteger.valueOf(4_000_000_000L)), adversary.until());
    }

    private static String shown(Adversary.Exclusion exclusion) {
        return exclusion.instance() + "." + exclusion.function().signature();
    }

    @Test
    void withoutAWordAboutItTheAdversaryIsFree() {
        Specification bare = read("actor alice;");
        assertEquals(
                new Adversary(List.of(), List.of(), List.of(), BigInteger.ZERO, Optional.empty(), Optional.empty()),
                bare.adversary());
        assertEquals(BigInteger.valueOf(1_700_000_000), bare.startTime());
    }

    @Test
    void anOverloadedNameExcludesEveryOverload() {
        Adversary adversary =
                read(Examples.SYSTEM + "adversary { excludes vault.move; }").adversary();
        assertEquals(2, adversary.excluded().size());
    }

    @Test
    void patternsBindWordsOfTheHead() {
        var call = (Trigger.SuccessfulCall) trigger("rule r: on ok(limiter.configure((_, cap, rate))): cap > rate;");
        assertEquals(List.of("cap@1", "rate@2"), words(call.bindings()));
        var tagged = (Trigger.SuccessfulCall) trigger("rule r: on ok(vault.move(_, _, tag)): tag != bytes32(\"\");");
        assertEquals("move(address,uint256,bytes32)", tagged.function().signature());
        assertEquals(List.of("tag@2"), words(tagged.bindings()));
        assertEquals(
                "4e487b71" + "0".repeat(62) + "11",
                reason("rule r: on reverted(vault.withdraw) with Panic(0x11): true;"));
        assertEquals("4e487b71", reason("rule r: on reverted(vault.withdraw) with Panic: true;"));
        assertEquals("08c379a0", reason("rule r: on reverted(vault.withdraw) with Error: true;"));
        assertEquals(
                "08c379a0" + "0".repeat(62) + "20" + "0".repeat(63) + "2" + "6e6f" + "0".repeat(60),
                reason("rule r: on reverted(vault.withdraw) with Error(\"no\"): true;"));
        assertEquals("9e87fac8", reason("rule r: on reverted(vault.withdraw) with Paused: true;"));
        assertEquals("9e87fac8", reason("rule r: on reverted(limiter.consume) with vault.Paused(): true;"));
        var result = (Trigger.SuccessfulCall) trigger("rule r: on ok(vault.withdraw(_)) returns (left): left > 0;");
        assertEquals(List.of("left@0"), words(result.results()));
    }

    @Test
    void patternsBindFieldsOfEvents() {
        var event = (Trigger.Emitted) trigger("rule r: on token.Transfer(from, _, value): value > 0 && from != alice;");
        assertEquals(List.of("from@0", "value@2"), words(event.bindings()));
    }

    @Test
    void aSenderIsACondition() {
        Trigger trigger = trigger("rule r: on ok(vault.withdraw(x) from alice) where x > 5: true;");
        assertEquals(
                "msg.sender == alice && 5 < x", Printer.print(trigger.where().orElseThrow()));
    }

    @Test
    void theWordOfAResultSkipsWhatStandsBefore() {
        Property property = read(Examples.SYSTEM + "invariant x: vault.limits().rate == limiter.state().rate;")
                .properties()
                .getFirst();
        var equal = (Expr.Binary) property.condition();
        assertEquals(2, ((Expr.ViewCall) equal.left()).word());
        assertEquals(2, ((Expr.ViewCall) equal.right()).word());
    }

    @Test
    void variablesOfOneNameAreDifferentWhereTheyAreBoundApart() {
        Specification twice = read(Examples.SYSTEM + """
                invariant a: forall address u: u != vault;
                invariant b: forall address u: u != vault;
                """);
        assertEquals(
                2,
                twice.properties().stream()
                        .map(p -> ((Expr.ForAll) p.condition()).variable().id())
                        .distinct()
                        .count());
    }

    @Test
    void placesPointIntoTheFile() {
        Property property =
                read(Examples.SYSTEM + "\n  invariant x: now > 5;").properties().getFirst();
        assertEquals(new Span("Vault.inv", 13, 3, 21), property.span());
        assertEquals(new Span("Vault.inv", 13, 16, 7), property.condition().span());
    }

    @Test
    void errorsAreListedInTheOrderOfTheFile() {
        String text =
                Examples.SYSTEM + "invariant a: x;\nadversary { trusts nobody; }\nflow f = vault.Nothing(x) => x;";
        SeveralErrors errors = assertThrows(SeveralErrors.class, () -> read(text));
        assertEquals(
                List.of(13, 14),
                errors.errors().stream().map(e -> e.span().line()).toList());
    }

    @Test
    void twentyErrorsAreEnough() {
        String text = Examples.SYSTEM + "invariant a: x;\n".repeat(1000);
        assertEquals(
                20, assertThrows(SeveralErrors.class, () -> read(text)).errors().size());
    }
}
