package thymus.spec.tree;

import java.util.List;
import java.util.Optional;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;

/** The part of a transaction that a rule or a flow observes, with names for its values. */
public sealed interface Trigger {
    List<Binding> bindings();

    Optional<Expr> where();

    Span span();

    /**
     * What a call that fails gives back.
     *
     * @param data the hexadecimal digits that the returned bytes begin with
     * @param text the reason as a file writes it
     */
    record Reason(String data, String text) {}

    /**
     * A step that calls the function and fails, or one that calls it, whatever comes of that.
     *
     * @param failed whether only those that fail match
     * @param reason of the failure; empty: any, want of gas among them
     */
    record TriedCall(
            String contract,
            FunctionModel function,
            boolean failed,
            Optional<Reason> reason,
            List<Binding> bindings,
            Optional<Expr> where,
            Span span)
            implements Trigger {
        public TriedCall {
            bindings = List.copyOf(bindings);
        }
    }

    /**
     * A step that calls one of the contracts, be it one that fails; calls of views are none.
     *
     * @param reasons what the returned bytes of the failures that are meant begin with
     * @param invalid whether an invalid instruction is one of these failures
     * @param fails a name for whether the step fails so
     */
    record Called(List<Target> targets, List<Reason> reasons, boolean invalid, Variable fails, Span span)
            implements Trigger {
        public Called {
            targets = List.copyOf(targets);
            reasons = List.copyOf(reasons);
        }

        /** @param views functions whose calls change nothing */
        public record Target(String contract, List<FunctionModel> views) {
            public Target {
                views = List.copyOf(views);
            }
        }

        @Override
        public List<Binding> bindings() {
            return List.of(new Binding(fails, 0));
        }

        @Override
        public Optional<Expr> where() {
            return Optional.empty();
        }
    }

    /**
     * A name for one word.
     *
     * @param word the index of the word in the static head of the arguments (calls), or of the field (events)
     */
    record Binding(Variable variable, int word) {}

    /**
     * A successful transaction that calls the function.
     *
     * @param results names for words in the head of the results
     */
    record SuccessfulCall(
            String contract,
            FunctionModel function,
            List<Binding> bindings,
            List<Binding> results,
            Optional<Expr> where,
            Span span)
            implements Trigger {
        public SuccessfulCall {
            bindings = List.copyOf(bindings);
            results = List.copyOf(results);
        }
    }

    /**
     * Ether that a step which succeeds moves out of the contract or into it, more than none: by a call, by the creation
     * of a contract, or by the end of one. The bindings are 0 for who pays, 1 for who is paid, and 2 for the amount in
     * wei.
     */
    record EtherMoved(String contract, boolean out, List<Binding> bindings, Optional<Expr> where, Span span)
            implements Trigger {
        public EtherMoved {
            bindings = List.copyOf(bindings);
        }
    }

    /**
     * A step that succeeds and in which a call of one of the functions ran on the contract's storage and succeeded, at
     * any depth: by anybody, through a proxy or by a delegated call.
     */
    record Entered(String contract, List<FunctionModel> functions, Span span) implements Trigger {
        public Entered {
            functions = List.copyOf(functions);
        }

        @Override
        public List<Binding> bindings() {
            return List.of();
        }

        @Override
        public Optional<Expr> where() {
            return Optional.empty();
        }
    }

    /**
     * Control leaves the contract while one of the functions runs, in a step that succeeds: the function, or what it
     * runs in turn on the contract's storage, calls another account or creates a contract. What the callee finds is
     * the state of the match. Functions that run in a static call, precompiles, and what is undone do not count.
     */
    record Departure(String contract, List<FunctionModel> functions, Span span) implements Trigger {
        public Departure {
            functions = List.copyOf(functions);
        }

        @Override
        public List<Binding> bindings() {
            return List.of();
        }

        @Override
        public Optional<Expr> where() {
            return Optional.empty();
        }
    }

    /**
     * A call of the function that ran on the contract's storage, wherever in a step that succeeds, and that succeeded
     * and was not undone. Static calls do not count. The state of the match is the one in which the call ends, the
     * state before it the one in which it began, and the words of the transaction are those of the call.
     *
     * @param results names for words in the head of the results
     */
    record InnerCall(
            String contract,
            FunctionModel function,
            List<Binding> bindings,
            List<Binding> results,
            Optional<Expr> where,
            Span span)
            implements Trigger {
        public InnerCall {
            bindings = List.copyOf(bindings);
            results = List.copyOf(results);
        }
    }

    /** Whether its matches may lie in the middle of a step. */
    default boolean isInside() {
        return switch (this) {
            case Departure _, InnerCall _ -> true;
            case TriedCall _, Called _, SuccessfulCall _, EtherMoved _, Entered _, Emitted _ -> false;
        };
    }

    /** An event that the contract emits in a successful transaction. */
    record Emitted(String contract, EventModel event, List<Binding> bindings, Optional<Expr> where, Span span)
            implements Trigger {
        public Emitted {
            bindings = List.copyOf(bindings);
        }
    }
}
