package thymus.spec.tree;

import java.util.List;
import java.util.stream.Stream;
import thymus.spec.text.Span;

/** One named claim. */
public sealed interface Property {
    String name();

    Expr condition();

    /** All that it reads itself, its flows not included. */
    default List<Expr> expressions() {
        return List.of(condition());
    }

    Span span();

    /** The word that introduces it in a file. */
    String kind();

    /** Holds at every settled state, the one after setup included. */
    record Invariant(String name, Expr condition, Span span) implements Property {
        @Override
        public String kind() {
            return "invariant";
        }
    }

    /** Holds after every transaction that the trigger matches. */
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
     * Holds at every occurrence of one of its flows, windows ending there.
     *
     * @param durations those bound by {@code forall duration}: any number of seconds from 0
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
