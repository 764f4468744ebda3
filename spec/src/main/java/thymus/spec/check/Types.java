package thymus.spec.check;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thymus.spec.contract.AbiType;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;

/** Solidity's elementary types: their names, their types in the language, their ranges, and their descriptions. */
final class Types {
    private static final Pattern SIZED = Pattern.compile("(uint|int|bytes)([1-9][0-9]{0,2})?");

    private Types() {}

    /** The elementary type with that name, if it fits one word. */
    static Optional<AbiType> word(String name) {
        if (name.equals("bool")) {
            return Optional.of(new AbiType.Bool());
        }
        if (name.equals("address")) {
            return Optional.of(new AbiType.Address());
        }
        Matcher sized = SIZED.matcher(name);
        if (!sized.matches()) {
            return Optional.empty();
        }
        boolean bytes = sized.group(1).equals("bytes");
        if (sized.group(2) == null) {
            return bytes ? Optional.empty() : word(name + "256");
        }
        int size = Integer.parseInt(sized.group(2));
        return switch (sized.group(1)) {
            case "uint" -> isWidth(size) ? Optional.of(new AbiType.UInt(size)) : Optional.empty();
            case "int" -> isWidth(size) ? Optional.of(new AbiType.Int(size)) : Optional.empty();
            default -> size <= 32 ? Optional.of(new AbiType.FixedBytes(size)) : Optional.empty();
        };
    }

    private static boolean isWidth(int bits) {
        return bits <= 256 && bits % 8 == 0;
    }

    /** @param word a type with {@link AbiType#isWord()}, or that of a string or bytes */
    static Type of(AbiType word) {
        return switch (word) {
            case AbiType.UInt u -> Type.INTEGER;
            case AbiType.Int i -> Type.INTEGER;
            case AbiType.Bool b -> Type.TRUTH;
            case AbiType.Address a -> Type.ADDRESS;
            case AbiType.FixedBytes f -> Type.BYTES;
            case AbiType.ByteString b -> Type.TEXT;
            case AbiType.Composite _ -> throw new IllegalArgumentException(word.canonicalName());
        };
    }

    static Optional<BigInteger> least(AbiType type) {
        return switch (type) {
            case AbiType.UInt u -> Optional.of(BigInteger.ZERO);
            case AbiType.Int i -> Optional.of(BigInteger.TWO.pow(i.bits() - 1).negate());
            case AbiType.Bool _, AbiType.Address _, AbiType.FixedBytes _ -> Optional.empty();
            case AbiType.ByteString _, AbiType.Composite _ -> Optional.empty();
        };
    }

    static Optional<BigInteger> greatest(AbiType type) {
        return switch (type) {
            case AbiType.UInt u -> Optional.of(BigInteger.TWO.pow(u.bits()).subtract(BigInteger.ONE));
            case AbiType.Int i -> Optional.of(BigInteger.TWO.pow(i.bits() - 1).subtract(BigInteger.ONE));
            case AbiType.Bool _, AbiType.Address _, AbiType.FixedBytes _ -> Optional.empty();
            case AbiType.ByteString _, AbiType.Composite _ -> Optional.empty();
        };
    }

    /** Renders a type with its article: "an integer (uint256)", "a truth value". */
    static String describe(PartialValue value) {
        return switch (value) {
            case PartialValue.Group g -> "a tuple or array";
            case PartialValue.Results r -> "several results of " + r.function().name();
            case PartialValue.Place p -> "a part of storage";
            case PartialValue.Scalar s
            when s.type() == Type.TEXT && isOfContract(s) ->
                s.abi().map(t -> "a value of type " + t.canonicalName()).orElse("a string or bytes value");
            case PartialValue.Scalar s -> {
                String name = !s.isWhole() ? "a fraction" : isBytes(s) ? "bytes" : describe(s.type());
                boolean obvious =
                        s.abi().isEmpty() || name.endsWith(" " + s.abi().get().canonicalName());
                yield obvious ? name : name + " (" + s.abi().get().canonicalName() + ")";
            }
        };
    }

    private static boolean isOfContract(PartialValue.Scalar scalar) {
        return !(scalar.expr() instanceof Expr.TextLiteral) && !(scalar.expr() instanceof Expr.EncodedCall);
    }

    /** Call data, or 0x. */
    private static boolean isBytes(PartialValue.Scalar scalar) {
        return scalar.type() == Type.TEXT
                && scalar.abi().isEmpty()
                && (scalar.hexDigits().isPresent() || scalar.expr() instanceof Expr.EncodedCall);
    }

    static String describe(Type type) {
        if (type == Type.BYTES) {
            return "a bytes value";
        }
        if (type instanceof Type.Aggregate) {
            return "a tuple or array";
        }
        boolean vowel = type == Type.ADDRESS || type == Type.INTEGER;
        return (vowel ? "an " : "a ") + type;
    }
}
