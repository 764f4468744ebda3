package thymus.system.execution;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import thymus.contracts.abi.CallLayout;
import thymus.evm.trace.TraceCache;
import thymus.evm.trace.TracedCall;
import thymus.spec.tree.Expr;

/** The view calls of a specification with their arguments so far. */
final class ViewSites {
    /** The maximum number of call sites, because quantifiers may give new arguments in every sequence. */
    private static final int MOST = 1024;

    private final DeployedSystem system;
    private final TraceCache views;
    private final IdentityTable<Expr.ViewCall, ViewSite> withoutArguments = new IdentityTable<>();
    private final Map<Expr.ViewCall, Map<List<BigInteger>, ViewSite>> sites = new IdentityHashMap<>();
    private final Map<Place, ViewSite> shared = new HashMap<>();
    /** Made once, because every judgement asks for sites. */
    private final Function<Expr.ViewCall, ViewSite> plain = this::siteOf;

    /** Equal calls in different expressions share their values. */
    private record Place(TracedCall view, int word) {}

    ViewSites(DeployedSystem system, TraceCache views) {
        this.system = system;
        this.views = views;
    }

    /** @throws thymus.spec.monitor.UndefinedValue if the arguments are not values of their types */
    ViewSite of(Expr.ViewCall call, List<BigInteger> arguments) {
        if (arguments.isEmpty()) {
            return withoutArguments.get(call, plain);
        }
        Map<List<BigInteger>, ViewSite> known = sites.computeIfAbsent(call, _ -> new HashMap<>());
        ViewSite site = known.get(arguments);
        if (site == null) {
            if (known.size() >= MOST) {
                known.clear();
            }
            site = site(call, arguments);
            known.put(List.copyOf(arguments), site);
        }
        return site;
    }

    private ViewSite siteOf(Expr.ViewCall call) {
        return site(call, List.of());
    }

    private ViewSite site(Expr.ViewCall call, List<BigInteger> arguments) {
        CallLayout layout = system.layouts().of(call.function());
        byte[] data = WordArguments.callData(layout, call.function(), call.arguments(), arguments);
        TracedCall view =
                views.of(DeployedSystem.OBSERVER, system.addressOf(call.contract()), data, DeployedSystem.GAS);
        if (shared.size() >= MOST) {
            shared.clear();
        }
        return shared.computeIfAbsent(
                new Place(view, call.word()), p -> new ViewSite(view, layout, p.word(), system.places()));
    }
}
