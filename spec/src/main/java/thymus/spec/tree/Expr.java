package thymus.spec.tree;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;

/**
 * A typed expression. Percentages and units are gone (both sides of a comparison have been scaled), operators that only
 * abbreviate others too ({@code >} is {@code <} turned round): a reading has few forms to give a meaning to.
 */
public sealed interface Expr {
    Type type();

    Span span();

    record IntegerLiteral(BigInteger value, Type type, Span span) implements Expr {}

    record TruthLiteral(boolean value, Span span) implements Expr {
        public Type type() {
            return Type.TRUTH;
        }
    }

    /** A string or bytes literal, as the bytes that are passed on. */
    record TextLiteral(String text, Span span) implements Expr {
        public Type type() {
            return Type.TEXT;
        }
    }

    record Local(Variable variable, Span span) implements Expr {
        public Type type() {
            return variable.type();
        }
    }

    /** The address of an actor or of a deployed contract. */
    record Account(String name, Span span) implements Expr {
        public Type type() {
            return Type.ADDRESS;
        }
    }

    /** A fact of the transaction that led to this state. */
    record Context(Field field, Span span) implements Expr {
        public enum Field {
            /** block.timestamp, in seconds. */
            TIMESTAMP,
            /** block.number. */
            BLOCK,
            /** msg.sender of the transaction. */
            SENDER,
            /** msg.value of the transaction, in wei. */
            VALUE
        }

        public Type type() {
            return field == Field.SENDER ? Type.ADDRESS : Type.INTEGER;
        }
    }

    record Unary(UnaryOperator operator, Expr operand, Span span) implements Expr {
        public Type type() {
            return operator == UnaryOperator.NOT ? Type.TRUTH : Type.INTEGER;
        }
    }

    record Binary(BinaryOperator operator, Expr left, Expr right, Span span) implements Expr {
        public Type type() {
            return operator.isTruth() ? Type.TRUTH : Type.INTEGER;
        }
    }

    record Conditional(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {
        public Type type() {
            return then.type();
        }
    }

    /**
     * A view function of a deployed contract in the current state.
     *
     * @param word which word of the returned head is meant
     */
    record ViewCall(String contract, FunctionModel function, List<Expr> arguments, int word, Type type, Span span)
            implements Expr {
        public ViewCall {
            arguments = List.copyOf(arguments);
        }
    }

    record StorageRead(String contract, StoragePath path, Type type, Span span) implements Expr {}

    /** The sum of all values of the mapping at the end of the path. */
    record MappingSum(String contract, StoragePath path, Span span) implements Expr {
        public Type type() {
            return Type.INTEGER;
        }
    }

    /** In wei. */
    record EtherBalance(Expr account, Span span) implements Expr {
        public Type type() {
            return Type.INTEGER;
        }
    }

    /** The operand in the settled state before this transaction; after setup, in the state itself. */
    record Previous(Expr operand, Span span) implements Expr {
        public Type type() {
            return operand.type();
        }
    }

    /** {@code sum(flow, last W)} and its kin, over transactions with time in (now - W, now]. */
    record Windowed(Aggregate aggregate, Flow flow, Window window, Optional<Expr> key, Span span) implements Expr {
        public enum Aggregate {
            SUM,
            COUNT,
            MINIMUM,
            MAXIMUM
        }

        public Type type() {
            return Type.INTEGER;
        }
    }

    /** Whether the call would succeed from {@code sender} in the current state, at the current time. */
    record Can(Expr sender, String contract, FunctionModel function, List<Expr> arguments, Span span)
            implements Expr {
        public Can {
            arguments = List.copyOf(arguments);
        }

        public Type type() {
            return Type.TRUTH;
        }
    }

    /** An empty domain means every value of the type: the prover takes all, the fuzzer those it has seen. */
    record ForAll(Variable variable, List<Expr> domain, Expr body, Span span) implements Expr {
        public ForAll {
            domain = List.copyOf(domain);
        }

        public Type type() {
            return Type.TRUTH;
        }
    }

    /** A variable of the proof, not of the file: it appears in lemmas only. */
    record Ghost(GhostVariable variable, Span span) implements Expr {
        public Type type() {
            return Type.INTEGER;
        }
    }

    /** A struct or array literal, an argument of a call. */
    record Sequence(List<Expr> elements, Span span) implements Expr {
        public Sequence {
            elements = List.copyOf(elements);
        }

        public Type type() {
            return new Type.Aggregate(elements.stream().map(Expr::type).toList());
        }
    }
}
