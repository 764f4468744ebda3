package thymus.spec.check;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import thymus.spec.SetupParameter;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.Walk;

/** Whether values fit the Solidity types of the parameters that they are passed for. */
final class ArgumentChecker {
    private final ExpressionChecker expressions;

    ArgumentChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    /** @param role how messages call it, such as "the argument 'amount'" */
    Expr argument(PartialValue value, AbiType type, String role) {
        return switch (type) {
            case AbiType.Tuple tuple -> sequence(value, tuple.components(), type, role);
            case AbiType.Array array -> array(value, array, role);
            case AbiType.Word _, AbiType.ByteString _ -> {
                if (!(value instanceof PartialValue.Scalar scalar)) {
                    throw mismatch(value, type, role, "");
                }
                yield word(scalar, type, role);
            }
        };
    }

    private Expr array(PartialValue value, AbiType.Array array, String role) {
        int size = value instanceof PartialValue.Group group ? group.elements().size() : 0;
        if (array.length().isPresent() && array.length().getAsInt() != size) {
            String elements = NumberText.count(array.length().getAsInt(), "element");
            throw mismatch(value, array, role, "give " + elements + ": [a, b, …]");
        }
        if (array.length().isEmpty() && !expressions.setting.isTransaction()) {
            throw expressions.source.unsupported(value.span(), "an argument of dynamic length outside of setup", "");
        }
        return sequence(value, Collections.nCopies(size, new Parameter("", array.element())), array, role);
    }

    private Expr sequence(PartialValue value, List<Parameter> parameters, AbiType type, String role) {
        if (!(value instanceof PartialValue.Group group) || group.elements().size() != parameters.size()) {
            throw mismatch(value, type, role, "give a tuple " + ResultChecker.describe(type));
        }
        List<Expr> elements = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.get(i).name();
            String element = name.isEmpty() ? "element " + i + " of " + role : "'" + name + "' in " + role;
            elements.add(argument(group.elements().get(i), parameters.get(i).type(), element));
        }
        return new Expr.Sequence(elements, group.span());
    }

    private Expr word(PartialValue.Scalar scalar, AbiType type, String role) {
        refuseComputed(scalar);
        return switch (type) {
            case AbiType.FixedBytes bytes -> bytes(scalar, bytes, role).expr();
            case AbiType.Text t when isText(scalar) -> text(scalar);
            case AbiType.Bytes b when scalar.hexDigits().isPresent() -> text(spelt(scalar));
            case AbiType.Bytes b when scalar.type() == Type.TEXT -> text(scalar);
            case AbiType.UInt u -> ranged(scalar, type, role);
            case AbiType.Int i -> ranged(scalar, type, role);
            case AbiType.Word w when scalar.type() == Types.of(w) -> scalar.expr();
            case AbiType.Word _, AbiType.ByteString _, AbiType.Composite _ ->
                throw mismatch(scalar, type, role, advice(scalar, type));
        };
    }

    /** A prover keeps a parameter in its place in the call data, where nothing but the parameter itself may stand. */
    private void refuseComputed(PartialValue.Scalar scalar) {
        boolean computed = expressions.setting.isTransaction()
                && !(scalar.expr() instanceof Expr.Parameter || scalar.expr() instanceof Expr.EncodedCall)
                && Walk.all(scalar.expr()).anyMatch(Expr.Parameter.class::isInstance);
        if (computed || (scalar.expr() instanceof Expr.Parameter && !scalar.isWhole())) {
            throw expressions.source.unsupported(
                    scalar.span(),
                    "a value that is computed from a parameter in " + expressions.setting,
                    expressions.setting == Setting.SETUP
                            ? "declare a second parameter for it, or let the constructor compute it"
                            : "write numbers, or the parameter alone");
        }
    }

    /** Neither the call data of a function nor 0x, which is bytes. */
    private static boolean isText(PartialValue.Scalar scalar) {
        return scalar.expr() instanceof Expr.TextLiteral && scalar.hexDigits().isEmpty();
    }

    /** A hexadecimal number, whose digits are those of bytes. */
    private PartialValue.Scalar spelt(PartialValue.Scalar scalar) {
        int digits = scalar.hexDigits().orElseThrow();
        if (digits % 2 != 0) {
            throw expressions.source.typeError(
                    scalar.span(),
                    "bytes have two digits each, and these are " + digits,
                    "a byte below 0x10 begins with 0");
        }
        return scalar.expr() instanceof Expr.IntegerLiteral literal
                ? PartialValue.Scalar.of(
                        new Expr.TextLiteral(String.format("0x%0" + digits + "x", literal.value()), scalar.span()))
                : scalar;
    }

    private Expr text(PartialValue.Scalar scalar) {
        if (!expressions.setting.isTransaction()) {
            throw expressions.source.unsupported(scalar.span(), "a string outside of setup", "");
        }
        return scalar.expr();
    }

    private static String advice(PartialValue.Scalar scalar, AbiType type) {
        boolean zero = scalar.literal().filter(v -> v.signum() == 0).isPresent();
        return type instanceof AbiType.Address && scalar.type() == Type.INTEGER
                ? zero ? "write address(0)" : "an address has 40 hexadecimal digits"
                : "";
    }

    private Expr ranged(PartialValue.Scalar scalar, AbiType type, String role) {
        if (scalar.type() != Type.INTEGER) {
            throw mismatch(scalar, type, role, "");
        }
        Expr expr = expressions.expect(scalar, Type.INTEGER, "");
        Optional<BigInteger> value = scalar.literal();
        BigInteger least = Types.least(type).orElseThrow();
        BigInteger greatest = Types.greatest(type).orElseThrow();
        requireToFit(expr, least, greatest, type, role);
        if (value.isPresent()
                && (value.get().compareTo(least) < 0 || value.get().compareTo(greatest) > 0)) {
            throw expressions.source.typeError(
                    scalar.span(),
                    value.get() + " does not fit " + type.canonicalName() + " for " + role,
                    "it holds " + least + " to " + greatest);
        }
        return expr;
    }

    private void requireToFit(Expr expr, BigInteger least, BigInteger greatest, AbiType type, String role) {
        if (expr instanceof Expr.Parameter used) {
            SetupParameter parameter = expressions.environment.parameters.get(used.name());
            boolean fits = parameter.least().compareTo(least) >= 0
                    && parameter.greatest().compareTo(greatest) <= 0;
            if (!fits && expressions.setting.isTransaction()) {
                throw expressions.source.typeError(
                        expr.span(),
                        "not every value of the parameter '" + used.name() + "' fits " + type.canonicalName() + " for "
                                + role,
                        "it holds " + least + " to " + greatest + "; declare the parameter with a smaller range");
            }
        }
    }

    /** A bytesN value; literals spell every byte, or are 0, or a string that fits. */
    PartialValue.Scalar bytes(PartialValue.Scalar scalar, AbiType.FixedBytes type, String role) {
        if (scalar.type() == Type.BYTES) {
            boolean same = scalar.abi().isEmpty() || scalar.abi().get().equals(type);
            if (!same) {
                throw mismatch(scalar, type, role, "");
            }
            return scalar;
        }
        Optional<BigInteger> value = Optional.empty();
        if (isText(scalar)) {
            Expr.TextLiteral text = (Expr.TextLiteral) scalar.expr();
            byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
            value = bytes.length > type.size()
                    ? Optional.empty()
                    : Optional.of(new BigInteger(1, Arrays.copyOf(bytes, type.size())));
        } else if (scalar.expr() instanceof Expr.IntegerLiteral literal) {
            boolean spelt = scalar.hexDigits().filter(d -> d == 2 * type.size()).isPresent();
            value = spelt || literal.value().signum() == 0 ? Optional.of(literal.value()) : Optional.empty();
        }
        if (value.isEmpty()) {
            throw mismatch(scalar, type, role, "write 0x with " + 2 * type.size() + " hexadecimal digits");
        }
        return PartialValue.Scalar.of(new Expr.IntegerLiteral(value.get(), Type.BYTES, scalar.span()), type);
    }

    private RuntimeException mismatch(PartialValue value, AbiType type, String role, String advice) {
        return expressions.source.typeError(
                value.span(),
                role + " is of type " + type.canonicalName() + ", found " + Types.describe(value),
                advice);
    }
}
