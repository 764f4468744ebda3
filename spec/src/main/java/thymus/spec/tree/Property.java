package thymus.spec.tree;

import java.util.List;
import java.util.stream.Stream;
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

    /** The keyword in a file. */
    String kind();

    /**
     * It holds in every settled state, including the one after setup.
     *
     * @param kind {@code invariant}, {@code enabled} for one that claims that calls would succeed, or
     *     {@code respond} for one that has a deadline
     */
    record Invariant(String name, Expr condition, Span span, String kind) implements Property {
        public Invariant(String name, Expr condition, Span span) {
            this(name, condition, span, "invariant");
        }
    }

    /** It holds after every transaction that the trigger matches. */
    record Rule(String name, Trigger trigger, Expr condition, Span span) implements Property {
        @Override
        public String kind() {
            return "rule";
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
}
