package thymus.system.execution;

import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.Selector;
import thymus.evm.primitive.Address;
import thymus.spec.Specification;

/** Who called what in a step, in one sentence; calls that could change nothing are left out. */
final class CallPath {
    private static final int MOST = 8;

    private CallPath() {}

    /** @return empty if no call was noted */
    static Optional<String> text(
            String sender, List<ExecutedCall> calls, AccountNames accounts, Specification specification) {
        List<ExecutedCall> changing =
                calls.stream().filter(call -> !call.isStatic()).toList();
        if (changing.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(sender).append(" called ");
        for (int i = 0; i < Math.min(MOST, changing.size()); i++) {
            if (i > 0) {
                text.append(changing.get(i).depth() > changing.get(i - 1).depth() ? ", within it " : ", then ");
            }
            text.append(name(changing.get(i), accounts, specification));
        }
        int more = changing.size() - MOST;
        return Optional.of(
                text.append(more > 0 ? ", and " + more + " more" : "").toString());
    }

    private static String name(ExecutedCall call, AccountNames accounts, Specification specification) {
        boolean isDelegated = !call.code().equals(call.account());
        String account = accounts.text(Convert.number(call.code()));
        String function = call.selector()
                .map(selector -> "." + function(call, selector, accounts, specification))
                .orElse("");
        return account
                + function
                + (isDelegated ? " on the storage of " + accounts.text(Convert.number(call.account())) : "");
    }

    private static String function(
            ExecutedCall call, Selector selector, AccountNames accounts, Specification specification) {
        return named(call.code(), selector, accounts, specification)
                .or(() -> named(call.account(), selector, accounts, specification))
                .orElseGet(() -> String.format("0x%08x", selector.value()));
    }

    private static Optional<String> named(
            Address account, Selector selector, AccountNames accounts, Specification specification) {
        return accounts.nameOf(account)
                .filter(specification.instances()::containsKey)
                .flatMap(instance -> specification.modelOf(instance).functions().stream()
                        .filter(f -> Selector.of(f).equals(selector))
                        .map(f -> f.name())
                        .findFirst());
    }
}
