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

/** The value of a part of an expression before its use is known. */
sealed interface PartialValue {
    Span span();

    /**
     * The number {@code expr / (scale * divisor)}; with scale 1 and no divisor any scalar. Fractions such as 10% keep a
     * scale, and averages a divisor, until a comparison removes them.
     *
     * @param abi the Solidity type of the value
     * @param hexDigits the number of digits of a hexadecimal literal
     * @param divisor is above 0 in every state
     */
    record Scalar(
            Expr expr, BigInteger scale, Optional<AbiType> abi, Optional<Integer> hexDigits, Optional<Expr> divisor)
            implements PartialValue {
        Scalar(Expr expr, BigInteger scale, Optional<AbiType> abi, Optional<Integer> hexDigits) {
            this(expr, scale, abi, hexDigits, Optional.empty());
        }

        static Scalar of(Expr expr) {
            return new Scalar(expr, BigInteger.ONE, Optional.empty(), Optional.empty());
        }

        static Scalar of(Expr expr, AbiType abi) {
            return new Scalar(expr, BigInteger.ONE, Optional.of(abi), Optional.empty());
        }

        static Scalar of(Expr expr, BigInteger scale) {
            return new Scalar(expr, scale, Optional.empty(), Optional.empty());
        }

        static Scalar of(Expr expr, BigInteger scale, Optional<Expr> divisor) {
            return new Scalar(expr, scale, Optional.empty(), Optional.empty(), divisor);
        }

        @Override
        public Span span() {
            return expr.span();
        }

        Type type() {
            return expr.type();
        }

        boolean isWhole() {
            return scale.equals(BigInteger.ONE) && divisor.isEmpty();
        }

        Optional<BigInteger> literal() {
            return expr instanceof Expr.IntegerLiteral e && e.type() == Type.INTEGER
                    ? Optional.of(e.value())
                    : Optional.empty();
        }
    }

    /**
     * The results of a view function before one word is selected.
     *
     * @param remaining the type at {@code word}; several outputs form a tuple
     * @param whole whether no part has been selected yet
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
        /**
         * Returns whether the head contains the words themselves, as for several outputs. A single output may be behind
         * an offset.
         */
        boolean isSideBySide() {
            return whole && function.outputs().size() != 1;
        }
    }

    /** A part of storage to which further accesses may follow. */
    record Place(String instance, StorageVariable root, List<StoragePath.Access> accesses, StorageType type, Span span)
            implements PartialValue {
        StoragePath path() {
            return new StoragePath(root, accesses, type);
        }
    }

    /** A tuple or array literal. */
    record Group(List<PartialValue> elements, Span span) implements PartialValue {}
}
