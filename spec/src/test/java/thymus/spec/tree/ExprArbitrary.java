package thymus.spec.tree;

import static thymus.spec.tree.BinaryOperator.*;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import thymus.spec.Examples;
import thymus.spec.Specification;
import thymus.spec.TestContracts;
import thymus.spec.check.SpecificationReader;
import thymus.spec.contract.AbiType;
import thymus.spec.text.Span;

/** Random expressions in the normal form that the reader gives: constants folded, nothing that no text can mean. */
public final class ExprArbitrary {
    public static final Specification SYSTEM =
            SpecificationReader.read(Examples.SYSTEM, "system.inv", new TestContracts());

    private static final Span PLACE = new Span("x.inv", 1, 1, 1);
    private static final List<Expr> INTEGERS = read(
            "0 == %s",
            List.of(
                    "vault.capacity",
                    "vault.shares[alice]",
                    "vault.accounts[bob].shares",
                    "vault.fees[1]",
                    "vault.queue.length",
                    "limiter.bucket.tokens",
                    "token.totalSupply()",
                    "vault.sharesOf(vault)",
                    "limiter.state().rate",
                    "vault.limits().rate",
                    "vault.series()[2]",
                    "sum(vault.shares)",
                    "sum(token.allowances[alice])",
                    "balance(alice)",
                    "now",
                    "msg.value",
                    "block.number",
                    "sum(used, ever)",
                    "count(out, last 1 days)",
                    "min(out by alice, last 90 seconds)",
                    "max(out, last vault.capacity + 1)"));
    private static final List<Expr> TRUTHS = read(
            "true && %s",
            List.of(
                    "vault.paused()",
                    "vault.accounts[alice].frozen",
                    "limiter.state().enabled",
                    "vault.owner() == alice",
                    "msg.sender != vault.guardian",
                    "vault.guardian == address(0)",
                    "vault.roleOf(bob) == bytes(0x12)",
                    "vault.kind() < bytes(0xff)",
                    "can(alice, vault.withdraw(5))",
                    "can(bob, limiter.configure([true, 5, vault.capacity]))",
                    "true",
                    "false"));

    private final Random random;
    private int names;

    private ExprArbitrary(Random random) {
        this.random = random;
    }

    private static List<Expr> read(String form, List<String> texts) {
        List<Expr> exprs = new ArrayList<>();
        for (String text : texts) {
            String file = Examples.SYSTEM + "invariant x: " + form.formatted(text) + ";";
            Property property = SpecificationReader.read(file, "x.inv", new TestContracts())
                    .properties()
                    .getFirst();
            exprs.add(((Expr.Binary) property.condition()).right());
        }
        return exprs;
    }

    public static Arbitrary<Expr> truths() {
        return Arbitraries.randomValue(random -> new ExprArbitrary(random).truth(4, List.of()));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Expr truth(int depth, List<Variable> bound) {
        if (depth == 0) {
            return pick(TRUTHS);
        }
        return switch (random.nextInt(12)) {
            case 0 -> new Expr.Unary(UnaryOperator.NOT, truth(depth - 1, bound), PLACE);
            case 1, 2 ->
                new Expr.Binary(
                        pick(List.of(AND, OR, IMPLIES)), truth(depth - 1, bound), truth(depth - 1, bound), PLACE);
            case 3, 4, 5 ->
                new Expr.Binary(
                        pick(List.of(LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL)),
                        integer(depth - 1, bound),
                        integer(depth - 1, bound),
                        PLACE);
            case 6 ->
                new Expr.Conditional(truth(depth - 1, bound), truth(depth - 1, bound), truth(depth - 1, bound), PLACE);
            case 7 -> new Expr.Previous(truth(depth - 1, bound), PLACE);
            case 9 -> new Expr.Once(truth(depth - 1, bound), PLACE);
            case 10 -> new Expr.Since(truth(depth - 1, bound), truth(depth - 1, bound), PLACE);
            case 11 -> new Expr.Start(truth(depth - 1, bound), PLACE);
            default -> forAll(depth, bound);
        };
    }

    private Expr forAll(int depth, List<Variable> bound) {
        boolean listed = random.nextBoolean();
        Variable variable = new Variable(
                "x" + names++,
                Type.INTEGER,
                1000 + names,
                listed ? Optional.empty() : Optional.of(new AbiType.UInt(8)));
        List<Expr> domain = listed ? List.of(literal(), integer(0, bound)) : List.of();
        List<Variable> inner = new ArrayList<>(bound);
        inner.add(variable);
        return new Expr.ForAll(variable, domain, truth(depth - 1, inner), PLACE);
    }

    private Expr integer(int depth, List<Variable> bound) {
        if (depth == 0) {
            boolean variable = !bound.isEmpty() && random.nextBoolean();
            return variable ? new Expr.Local(pick(bound), PLACE) : random.nextInt(3) == 0 ? literal() : pick(INTEGERS);
        }
        Expr left = integer(depth - 1, bound);
        return switch (random.nextInt(9)) {
            case 0 -> new Expr.Conditional(truth(depth - 1, bound), left, integer(depth - 1, bound), PLACE);
            case 1 -> new Expr.Previous(left, PLACE);
            case 6 -> new Expr.Ago(pick(INTEGERS), left, PLACE);
            case 7 -> new Expr.Start(left, PLACE);
            case 8 -> new Expr.Elapsed(new Occasion.Becoming(truth(depth - 1, bound)), PLACE);
            case 2 ->
                left instanceof Expr.IntegerLiteral
                        ? left
                        : new Expr.Unary(pick(List.of(UnaryOperator.NEGATE, UnaryOperator.ABSOLUTE)), left, PLACE);
            default -> arithmetic(left, integer(depth - 1, bound));
        };
    }

    private Expr arithmetic(Expr left, Expr right) {
        if (left instanceof Expr.IntegerLiteral && right instanceof Expr.IntegerLiteral) {
            return left;
        }
        boolean zero =
                right instanceof Expr.IntegerLiteral literal && literal.value().signum() == 0;
        List<BinaryOperator> operators = new ArrayList<>(List.of(ADD, SUBTRACT, MULTIPLY, MINIMUM, MAXIMUM));
        operators.addAll(zero ? List.of() : List.of(DIVIDE, MODULO));
        return new Expr.Binary(pick(operators), left, right, PLACE);
    }

    private Expr literal() {
        BigInteger value = switch (random.nextInt(4)) {
            case 0 -> BigInteger.valueOf(random.nextInt(100));
            case 1 -> BigInteger.TEN.pow(random.nextInt(30)).multiply(BigInteger.valueOf(random.nextInt(50)));
            case 2 -> BigInteger.TWO.pow(8 * (1 + random.nextInt(32))).subtract(BigInteger.ONE);
            default -> new BigInteger(200, random).negate();
        };
        return new Expr.IntegerLiteral(value, Type.INTEGER, PLACE);
    }
}
