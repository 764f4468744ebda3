package thymus.spec.tree;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;

/** One named claim. */
public sealed interface Property {
    String name();

    Expr condition();

    /** All expressions that it reads itself, without those of its flows. */
    default List<Expr> expressions() {
        return List.of(condition());
    }

    Span span();

    /** What its verdict rests on beside the assumptions of the file, in words. */
    default List<String> assumptions() {
        return List.of();
    }

    /** The property as it is proved: it says the same or more. */
    default Property toProve() {
        return this;
    }

    /** Whether it compares a step with what the same step does in another state, where nobody sees it. */
    default boolean comparesRuns() {
        return expressions().stream().flatMap(Walk::all).anyMatch(Expr.SameWithout.class::isInstance);
    }

    /** Whether it is judged at moments within steps, which nobody sees afterwards. */
    default boolean isJudgedInside() {
        return false;
    }

    /** The keyword in a file. */
    String kind();

    /** The quantity that the fuzzer climbs; empty for what is only true or false. */
    default Optional<Maximum> maximum() {
        return Optional.empty();
    }

    /**
     * The quantity of a {@code maximize}.
     *
     * @param objective the integer that an adversary makes as large as can be
     * @param isClaimed whether the condition is a bound that the file claims; else it is one that nothing reaches, and
     *     stands there for the branch distance alone
     */
    record Maximum(Expr objective, boolean isClaimed) {
        /** A bound that nothing reaches: it exceeds every word by far, and sums over mappings of words too. */
        public static final BigInteger UNREACHED = BigInteger.ONE.shiftLeft(1024);

        /** A property of the same name that is false where the quantity comes to this value. */
        public Invariant below(String name, BigInteger value, Span span) {
            Expr bound = new Expr.IntegerLiteral(value, Type.INTEGER, span);
            return new Invariant(name, new Expr.Binary(BinaryOperator.LESS, objective, bound, span), span);
        }
    }

    /**
     * It holds in every settled state, including the one after setup.
     *
     * @param kind {@code invariant}, {@code enabled} for one that claims that calls would succeed,
     *     {@code respond} for one that has a deadline, {@code maximize} for one that bounds a quantity,
     *     {@code envelope} for one that names who changes what it speaks of, {@code never_trips} for one of benign
     *     traces, or {@code lemma} for one that is there for the proofs of others
     * @param maximum what a {@code maximize} is about; empty for the others
     * @param assumptions which its verdict rests on beside those of the file, in words
     * @param provable what implies the condition and is shown instead; empty: the condition itself
     * @param durations the variables of {@code forall duration} that a lemma begins with: any number of seconds from 0
     */
    record Invariant(
            String name,
            Expr condition,
            Span span,
            String kind,
            Optional<Maximum> maximum,
            List<String> assumptions,
            Optional<Expr> provable,
            List<Variable> durations)
            implements Property {
        /** The kind of an invariant that is there for the proofs of others. */
        public static final String LEMMA = "lemma";

        public Invariant {
            assumptions = List.copyOf(assumptions);
            durations = List.copyOf(durations);
        }

        public static Invariant lemma(String name, Expr condition, Span span, List<Variable> durations) {
            return new Invariant(
                    name, condition, span, LEMMA, Optional.empty(), List.of(), Optional.empty(), durations);
        }

        public Invariant(String name, Expr condition, Span span, String kind, Optional<Maximum> maximum) {
            this(name, condition, span, kind, maximum, List.of(), Optional.empty(), List.of());
        }

        public Invariant(String name, Expr condition, Span span, String kind, List<String> assumptions) {
            this(name, condition, span, kind, Optional.empty(), assumptions, Optional.empty(), List.of());
        }

        public Invariant(String name, Expr condition, Span span) {
            this(name, condition, span, "invariant");
        }

        public Invariant(String name, Expr condition, Span span, String kind) {
            this(name, condition, span, kind, Optional.empty());
        }

        @Override
        public Property toProve() {
            return provable.<Property>map(stronger -> new Invariant(
                            name, stronger, span, kind, maximum, assumptions, Optional.empty(), durations))
                    .orElse(this);
        }
    }

    /** It holds after every transaction that the trigger matches. */
    record Rule(String name, Trigger trigger, Expr condition, Span span) implements Property {
        @Override
        public String kind() {
            return trigger instanceof Trigger.Departure ? "within" : "rule";
        }

        @Override
        public boolean isJudgedInside() {
            return trigger.isInside();
        }

        @Override
        public List<Expr> expressions() {
            return Stream.concat(Stream.of(condition), trigger.where().stream()).toList();
        }
    }

    /**
     * It holds at every occurrence of one of its flows, for windows that end there.
     *
     * @param durations the variables of {@code forall duration}: any number of seconds from 0
     */
    record Limit(String name, List<Variable> durations, Expr condition, Span span) implements Property {
        public Limit {
            durations = List.copyOf(durations);
        }

        @Override
        public String kind() {
            return "limit";
        }
    }

    /**
     * A step after which the condition is true of an account, and before which it was not, is an offence of it. It
     * leaves nothing but the marks; calls of the guarded functions from the offender fail as long as the condition is
     * true; and the next step of any other account comes out as it would without the offence.
     *
     * @param offender any address
     * @param when of the state alone, and of the offender
     * @param guards at least one
     * @param marks what the offence may change, and later calls may change otherwise
     */
    record Isolation(String name, Variable offender, Expr when, List<Guard> guards, List<Mark> marks, Span span)
            implements Property {
        public Isolation {
            guards = List.copyOf(guards);
            marks = List.copyOf(marks);
        }

        /** A function that changes the state. */
        public record Guard(String contract, FunctionModel function) {
            /** The guarded function as a file writes it. */
            public String text() {
                return contract + "." + function.name();
            }
        }

        /** The offender's condition of every address: what is read, not what is claimed. */
        @Override
        public Expr condition() {
            return new Expr.ForAll(offender, List.of(), when, when.span());
        }

        @Override
        public boolean comparesRuns() {
            return true;
        }

        @Override
        public String kind() {
            return "isolate";
        }
    }
}
