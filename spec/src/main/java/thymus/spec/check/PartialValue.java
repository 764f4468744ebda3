package thymus.spec.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.Type;

/** What a piece of an expression stands for while it is not yet known how the rest will use it. */
sealed interface PartialValue {
    Span span();

    /**
     * The number {@code expr / scale}, or with scale 1 any other scalar. Shares such as 10% live here until a
     * comparison takes the scales away.
     *
     * @param abi the Solidity type it comes from
     * @param hexDigits how many digits a hexadecimal literal was written with
     */
    record Scalar(Expr expr, BigInteger scale, Optional<AbiType> abi, Optional<Integer> hexDigits)
            implements PartialValue {
        static Scalar of(Expr expr) {
            return new Scalar(expr, BigInteger.ONE, Optional.empty(), Optional.empty());
        }

        static Scalar of(Expr expr, AbiType abi) {
            return new Scalar(expr, BigInteger.ONE, Optional.of(abi), Optional.empty());
        }

        static Scalar of(Expr expr, BigInteger scale) {
            return new Scalar(expr, scale, Optional.empty(), Optional.empty());
        }

        @Override
        public Span span() {
            return expr.span();
        }

        Type type() {
            return expr.type();
        }

        boolean isWhole() {
            return scale.equals(BigInteger.ONE);
        }

        Optional<BigInteger> literal() {
            return expr instanceof Expr.IntegerLiteral e && e.type() == Type.INTEGER
                    ? Optional.of(e.value())
                    : Optional.empty();
        }
    }

    /**
     * What a view function returned, of which one word is still to be selected.
     *
     * @param remaining the type at {@code word}; several outputs together are a tuple
     * @param whole whether nothing has been selected yet
     */
    record Results(
            String instance,
            FunctionModel function,
            List<Expr> arguments,
            AbiType remaining,
            int word,
            boolean whole,
            Span span)
            implements PartialValue {
        /** Several outputs lie side by side in the head, a single one may be behind an offset. */
        boolean isSideBySide() {
            return whole && function.outputs().size() != 1;
        }
    }

    /** A place in storage, with further steps to come. */
    record Place(String instance, StorageVariable root, List<StoragePath.Access> accesses, StorageType type, Span span)
            implements PartialValue {
        StoragePath path() {
            return new StoragePath(root, accesses, type);
        }
    }

    /** A tuple or array literal. */
    record Group(List<PartialValue> elements, Span span) implements PartialValue {}
}
