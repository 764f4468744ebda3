package thymus.spec.tree;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.StorageVariable;
import thymus.spec.text.Span;

/**
 * A typed expression. Percentages and units are gone (both sides of a comparison have been scaled), operators that only
 * abbreviate others too ({@code >} is {@code <} turned round): a reading has few forms to give a meaning to.
 *
 * <p>Every kind belongs to one group. A {@code switch} that treats many kinds alike names their groups, and has no
 * {@code default}: the compiler then shows each place that has to decide about a new kind.
 */
public sealed interface Expr {
    Type type();

    Span span();

    /** What it consists of, from left to right. A flow is no part: it is declared on its own. */
    List<Expr> parts();

    /** Has no parts. */
    sealed interface Leaf extends Expr {
        @Override
        default List<Expr> parts() {
            return List.of();
        }
    }

    /** Has the same value in every state of a run. */
    sealed interface Constant extends Leaf {}

    /** Its value is read from the state that is judged, and depends on nothing else but the values of its parts. */
    sealed interface StateRead extends Expr {}

    /** Its value comes from other states or transactions than the one that is judged. */
    sealed interface Temporal extends Expr {
        /** The function that makes it in a file. */
        String word();

        /** How far it looks back, in seconds or, of a window in blocks, in these; empty: it does not say. */
        Optional<Expr> length();
    }

    /**
     * Its value comes from settled states up to the one that is judged. What it reads of each of them is read as it was
     * when that state settled: the clock and the words of its own step.
     */
    sealed interface Past extends Temporal {
        /** What it reads of settled states. */
        List<Expr> operands();

        @Override
        default Optional<Expr> length() {
            return Optional.empty();
        }

        @Override
        default List<Expr> parts() {
            return operands();
        }
    }

    /** It gives values to a variable, and its body has a value for each. */
    sealed interface Quantified extends Expr {}

    /** Its value depends on nothing but the values of its parts, in the state that is judged. */
    sealed interface Compound extends Expr {}

    record IntegerLiteral(BigInteger value, Type type, Span span) implements Constant {}

    record TruthLiteral(boolean value, Span span) implements Constant {
        @Override
        public Type type() {
            return Type.TRUTH;
        }
    }

    /** A string or bytes literal, as the bytes that are passed on. */
    record TextLiteral(String text, Span span) implements Constant {
        @Override
        public Type type() {
            return Type.TEXT;
        }
    }

    record Local(Variable variable, Span span) implements Leaf {
        @Override
        public Type type() {
            return variable.type();
        }
    }

    /** The address of an actor or of a deployed contract. */
    record Account(String name, Span span) implements Constant {
        @Override
        public Type type() {
            return Type.ADDRESS;
        }
    }

    /** A parameter of the deployment, which stands for any number of its range. */
    record Parameter(String name, Span span) implements Constant {
        @Override
        public Type type() {
            return Type.INTEGER;
        }
    }

    /** A fact of the transaction that led to this state. */
    record Context(Field field, Span span) implements Leaf {
        public enum Field {
            /** block.timestamp, in seconds. */
            TIMESTAMP,
            /** block.number. */
            BLOCK,
            /** msg.sender of the transaction. */
            SENDER,
            /** msg.value of the transaction, in wei. */
            VALUE,
            /** msg.sig of the transaction: the first four bytes of its input, zeros where it has fewer. */
            SELECTOR
        }

        @Override
        public Type type() {
            return switch (field) {
                case SENDER -> Type.ADDRESS;
                case SELECTOR -> Type.BYTES;
                case TIMESTAMP, BLOCK, VALUE -> Type.INTEGER;
            };
        }
    }

    record Unary(UnaryOperator operator, Expr operand, Span span) implements Compound {
        @Override
        public Type type() {
            return operator == UnaryOperator.NOT ? Type.TRUTH : Type.INTEGER;
        }

        @Override
        public List<Expr> parts() {
            return List.of(operand);
        }
    }

    record Binary(BinaryOperator operator, Expr left, Expr right, Span span) implements Compound {
        @Override
        public Type type() {
            return operator.isTruth() ? Type.TRUTH : Type.INTEGER;
        }

        @Override
        public List<Expr> parts() {
            return List.of(left, right);
        }
    }

    record Conditional(Expr condition, Expr then, Expr otherwise, Span span) implements Compound {
        @Override
        public Type type() {
            return then.type();
        }

        @Override
        public List<Expr> parts() {
            return List.of(condition, then, otherwise);
        }
    }

    /**
     * A view function of a deployed contract in the current state.
     *
     * @param word which word of the returned head is meant
     */
    record ViewCall(String contract, FunctionModel function, List<Expr> arguments, int word, Type type, Span span)
            implements StateRead {
        public ViewCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expr> parts() {
            return arguments;
        }
    }

    record StorageRead(String contract, StoragePath path, Type type, Span span) implements StateRead {
        @Override
        public List<Expr> parts() {
            return path.keys();
        }
    }

    /**
     * The sum of all values of the mapping at the end of the path.
     *
     * @param members what of each value is added, where the values are structs: the member, and members in it
     */
    record MappingSum(String contract, StoragePath path, List<StorageVariable> members, Span span)
            implements StateRead {
        public MappingSum {
            members = List.copyOf(members);
        }

        /** Of a mapping whose values are numbers. */
        public MappingSum(String contract, StoragePath path, Span span) {
            this(contract, path, List.of(), span);
        }

        @Override
        public Type type() {
            return Type.INTEGER;
        }

        @Override
        public List<Expr> parts() {
            return path.keys();
        }
    }

    /** The value is in wei. */
    record EtherBalance(Expr account, Span span) implements StateRead {
        @Override
        public Type type() {
            return Type.INTEGER;
        }

        @Override
        public List<Expr> parts() {
            return List.of(account);
        }
    }

    /** The operand in the settled state before this transaction; after setup, in the state itself. */
    record Previous(Expr operand, Span span) implements Temporal {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public List<Expr> parts() {
            return List.of(operand);
        }

        @Override
        public String word() {
            return "prev";
        }

        @Override
        public Optional<Expr> length() {
            return Optional.empty();
        }
    }

    /** The operand in the state after setup. */
    record Start(Expr operand, Span span) implements Past {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public List<Expr> operands() {
            return List.of(operand);
        }

        @Override
        public String word() {
            return "start";
        }
    }

    /** The operand in the last settled state with a time of {@code now - seconds} at most; without one, after setup. */
    record Ago(Expr seconds, Expr operand, Span span) implements Past {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public List<Expr> operands() {
            return List.of(operand);
        }

        @Override
        public List<Expr> parts() {
            return List.of(seconds, operand);
        }

        @Override
        public String word() {
            return "ago";
        }

        @Override
        public Optional<Expr> length() {
            return Optional.of(seconds);
        }
    }

    /** Whether the operand was true in some settled state, this one among them. */
    record Once(Expr operand, Span span) implements Past {
        @Override
        public Type type() {
            return Type.TRUTH;
        }

        @Override
        public List<Expr> operands() {
            return List.of(operand);
        }

        @Override
        public String word() {
            return "once";
        }
    }

    /**
     * Whether {@code start} was true in some settled state, and {@code held} in all later ones, this one among them.
     */
    record Since(Expr held, Expr start, Span span) implements Past {
        @Override
        public Type type() {
            return Type.TRUTH;
        }

        @Override
        public List<Expr> operands() {
            return List.of(held, start);
        }

        @Override
        public String word() {
            return "since";
        }
    }

    /** The seconds since something last happened; what has never happened counts as having happened at time 0. */
    record Elapsed(Occasion occasion, Span span) implements Past {
        @Override
        public Type type() {
            return Type.INTEGER;
        }

        @Override
        public List<Expr> operands() {
            return occasion.operands();
        }

        @Override
        public String word() {
            return "elapsed";
        }
    }

    /**
     * When what {@code respond} asks for has to be done; 0 if nothing is open. Something is open from a state in which
     * {@code when} is true and {@code until} is not, until {@code until} is true or the deadline is over.
     *
     * @param within from the first such state to the deadline, in what the clock counts
     * @param clock that runs: the time in seconds, or the number of the block
     */
    record Deadline(Expr when, Expr until, BigInteger within, Context.Field clock, Span span) implements Past {
        @Override
        public Type type() {
            return Type.INTEGER;
        }

        @Override
        public List<Expr> operands() {
            return List.of(when, until);
        }

        @Override
        public String word() {
            return "respond";
        }
    }

    /**
     * The value of a ghost of the file.
     *
     * @param machine the ghost, all that its updates read, and the updates of them
     */
    record GhostValue(Variable variable, GhostMachine machine, Span span) implements Past {
        @Override
        public Type type() {
            return variable.type();
        }

        /** Of a state it reads what updates have left there, and they are no part of the property. */
        @Override
        public List<Expr> operands() {
            return List.of();
        }

        @Override
        public String word() {
            return variable.name();
        }
    }

    /**
     * Whether the step that led to this state would have come out the same, had the contract answered every call with
     * zeros and done nothing.
     */
    record SameWithout(String contract, Span span) implements Temporal {
        @Override
        public Type type() {
            return Type.TRUTH;
        }

        @Override
        public List<Expr> parts() {
            return List.of();
        }

        @Override
        public String word() {
            return "same as without";
        }

        @Override
        public Optional<Expr> length() {
            return Optional.empty();
        }
    }

    /**
     * Whether the step that led to the state matches one of the triggers, with its condition, which reads no past.
     *
     * @param afterSetup the value after setup, to which no step led
     * @param word what it says, for a reader
     */
    record Matched(List<Trigger> triggers, boolean afterSetup, String word, Span span) implements Past {
        public Matched {
            triggers = List.copyOf(triggers);
        }

        @Override
        public Type type() {
            return Type.TRUTH;
        }

        /** What the conditions of triggers read is read where they match. */
        @Override
        public List<Expr> operands() {
            return List.of();
        }
    }

    /**
     * The operand in the state that is judged, read at another time or in another block.
     *
     * @param clock that shows {@code time}
     */
    record At(Context.Field clock, Expr time, Expr operand, Span span) implements Temporal {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public List<Expr> parts() {
            return List.of(time, operand);
        }

        @Override
        public String word() {
            return "respond";
        }

        @Override
        public Optional<Expr> length() {
            return Optional.empty();
        }
    }

    /** {@code sum(flow, last W)} and its kin, over transactions with time in (now - W, now]. */
    record Windowed(Aggregate aggregate, Flow flow, Window window, Optional<Expr> key, Span span) implements Temporal {
        public enum Aggregate {
            SUM,
            COUNT,
            MINIMUM,
            MAXIMUM,
            /** The sum of the squares. */
            SQUARES
        }

        @Override
        public Type type() {
            return Type.INTEGER;
        }

        @Override
        public List<Expr> parts() {
            return Stream.concat(length().stream(), key.stream()).toList();
        }

        @Override
        public Optional<Expr> length() {
            return window.length();
        }

        @Override
        public String word() {
            return switch (aggregate) {
                case SUM, SQUARES -> "sum";
                case COUNT -> "count";
                case MINIMUM -> "min";
                case MAXIMUM -> "max";
            };
        }
    }

    /** Whether the call would succeed from {@code sender} in the current state, at the current time. */
    record Can(Expr sender, String contract, FunctionModel function, List<Expr> arguments, Span span)
            implements StateRead {
        public Can {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return Type.TRUTH;
        }

        @Override
        public List<Expr> parts() {
            return Stream.concat(Stream.of(sender), arguments.stream()).toList();
        }
    }

    /** An empty domain means every value of the type: the prover takes all, the fuzzer those it has seen. */
    record ForAll(Variable variable, List<Expr> domain, Expr body, Span span) implements Quantified {
        public ForAll {
            domain = List.copyOf(domain);
        }

        /** Whether the expression is a {@code forall} over every value of a type. */
        public static boolean isOverType(Expr expr) {
            return expr instanceof ForAll all && all.domain().isEmpty();
        }

        @Override
        public Type type() {
            return Type.TRUTH;
        }

        @Override
        public List<Expr> parts() {
            return Stream.concat(domain.stream(), Stream.of(body)).toList();
        }
    }

    /** A variable of the proof, not of the file: it appears in lemmas only. */
    record Ghost(GhostVariable variable, Span span) implements Leaf {
        @Override
        public Type type() {
            return Type.INTEGER;
        }
    }

    /** The call data of a function, as an argument of type bytes in setup. */
    record EncodedCall(String contract, FunctionModel function, List<Expr> arguments, Span span) implements Compound {
        public EncodedCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return Type.TEXT;
        }

        @Override
        public List<Expr> parts() {
            return arguments;
        }
    }

    /** A struct or array literal, an argument of a call. */
    record Sequence(List<Expr> elements, Span span) implements Compound {
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public Type type() {
            return new Type.Aggregate(elements.stream().map(Expr::type).toList());
        }

        @Override
        public List<Expr> parts() {
            return elements;
        }
    }
}
