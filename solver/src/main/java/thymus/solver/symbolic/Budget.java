package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.solver.term.IntTerm;

/**
 * The limit on the work of one exploration. One expensive function may use the common budget, and each other function
 * still has its own share. The shares do not depend on the order of the functions.
 */
final class Budget {
    private static final int MOST_STEPS = 2_000_000;
    private static final int STEPS_OF_ONE = 200_000;
    private static final int MOST_PATHS = 3000;
    private static final int PATHS_OF_ONE = 200;

    private final Optional<IntTerm> selector;
    private final Map<Optional<BigInteger>, Account> accounts = new HashMap<>();
    private int steps;

    /** The consumption of one function. The code before the dispatch has an account too. */
    private static final class Account {
        int steps;
        int forks;
    }

    Budget(CallData input) {
        this.selector =
                input instanceof CallData.Arbitrary arbitrary ? Optional.of(arbitrary.selector()) : Optional.empty();
    }

    /** The account of the function that the path executes, as far as it is known. */
    private Account account(Path path) {
        return accounts.computeIfAbsent(
                selector.flatMap(s -> path.simplifier.facts().range(s).single()), key -> new Account());
    }

    /** Counts a path's steps up to its next fork, after which the called function may be known more precisely. */
    Steps steps(Path path) {
        return new Steps(account(path), path);
    }

    final class Steps {
        private final Account account;
        private final Path path;
        private final int conditions;

        private Steps(Account account, Path path) {
            this.account = account;
            this.path = path;
            this.conditions = path.conditions.size();
        }

        /** @return the counter for the following step */
        Steps next() {
            if (path.conditions.size() > conditions) {
                return steps(path).next();
            }
            account.steps++;
            if (++steps > MOST_STEPS && account.steps > STEPS_OF_ONE) {
                throw path.unsupported("more than " + MOST_STEPS + " steps over all paths");
            }
            return this;
        }
    }

    /** Returns whether the function that the path executes has forked that often. */
    boolean hasForked(Path path, int times) {
        return account(path).forks >= times;
    }

    /** @param paths the number of paths that are pending or ended */
    void fork(Path path, int paths) {
        if (++account(path).forks > PATHS_OF_ONE && paths > MOST_PATHS) {
            throw path.unsupported("more than " + MOST_PATHS + " paths");
        }
    }
}
