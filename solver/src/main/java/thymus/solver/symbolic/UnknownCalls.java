package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import thymus.evm.interpreter.Opcode;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.ArbitrarySource.Place;
import thymus.solver.state.ArrayLengths;
import thymus.solver.state.Ether;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/**
 * Calls to unknown code. It may fail or succeed, and return anything. Unless the call is static, it may also enter the
 * system any number of times. If it fails, all its effects are reverted.
 */
final class UnknownCalls {
    /** The additional gas of a call that sends ether (Yellow Paper, G_callstipend). */
    private static final BigInteger STIPEND = BigInteger.valueOf(2_300);

    /** No gas pays for more bytes. */
    private static final Interval DATA = Interval.unsigned(32);

    private final KnownCode known;
    private final UnknownCode unknownCode;
    private final Worklist paths;
    private final Returns returns;

    UnknownCalls(KnownCode known, UnknownCode unknownCode, Worklist paths, Returns returns) {
        this.known = known;
        this.unknownCode = unknownCode;
        this.paths = paths;
        this.returns = returns;
    }

    List<BigInteger> contracts() {
        return unknownCode.contracts();
    }

    void noteCreation() {
        unknownCode.creating();
    }

    /** @return whether the path continues */
    boolean call(Path path, CallRequest request) {
        boolean isStatic = path.frame().isStatic || request.opcode() == Opcode.STATICCALL;
        Path failing = path.copy();
        if (returns.resume(failing, false, anything(failing), request.outputPlace(), request.outputSize())) {
            paths.add(failing);
        }
        path.world = path.world.transfer(
                path.frame().address, known.holder(request.callee(), path.simplifier), request.value());
        if (!isStatic) {
            interfere(path, request);
            path.answers = CalleeAnswers.NONE;
        }
        return returns.resume(path, true, anything(path), request.outputPlace(), request.outputSize());
    }

    /** A call of code that runs already, with data that are not known. */
    boolean call(Path path, CallRequest request, ReentrantCall reentrant) {
        try {
            unknownCode.reentering(reentrant);
        } catch (UnsupportedConstructException e) {
            throw path.unsupported(e.getMessage());
        }
        return call(path, request);
    }

    static CallData anything(Path path) {
        Terms terms = path.terms;
        IntTerm size = terms.fresh("size of unknown data", DATA);
        return new CallData.Unknown(
                UnknownFunction.into(Ether.RENEWED + "data " + size.id(), WordArithmetic.WORD), size, terms);
    }

    private void interfere(Path path, CallRequest request) {
        interfere(path, hasLittleGas(path, request));
    }

    /** The effects of unknown code that runs with all gas. */
    void enterWithAllGas(Path path) {
        interfere(path, false);
        path.answers = CalleeAnswers.NONE;
    }

    private void interfere(Path path, boolean little) {
        Optional<String> excluded = little ? Optional.empty() : unknownCode.excluded();
        if (excluded.isPresent()) {
            throw path.unsupported("a call of code that is not known, which the system may have created and which may"
                    + " call " + excluded.get() + ", a function that the file excludes");
        }
        path.forgetChildren("a call of code that is not known");
        Set<Region> written = path.world.writes().keySet();
        unknownCode.callingAfter(
                written,
                written.stream()
                        .filter(region -> path.world.layout().isLength(region)
                                && !ArrayLengths.areKept(path.world, region, path.simplifier))
                        .collect(Collectors.toSet()));
        Interference all = entering(path);
        Interference interference = little ? all.withLittleGas() : all;
        SymbolicWorld before = path.world;
        String time = Ether.RENEWED + path.terms.fresh("time", Interval.BIT).id() + " ";
        path.world = interference.storage().anything(path.world, time, path.simplifier);
        path.transientWorld = interference.transients().anything(path.transientWorld, time, path.simplifier);
        path.world = path.world.with(path.world.unseen().and(interference.unseen()));
        if (!little) {
            path.world = EtherHavoc.after(path, unknownCode.contracts(), interference.payers(), time);
        }
        if (interference.changesSettled()
                || unknownCode.isWatched()
                || !interference.unseen().emitters().isEmpty()) {
            path.interrupt(before, false);
        }
    }

    private Interference entering(Path path) {
        try {
            Map<Place, Optional<BigInteger>> written = new LinkedHashMap<>();
            Map<Place, Optional<BigInteger>> learnt = new LinkedHashMap<>();
            hold(path.world, path.simplifier, written, learnt);
            hold(path.transientWorld, path.simplifier, written, learnt);
            return unknownCode.entering(written, learnt);
        } catch (UnsupportedConstructException e) {
            throw path.unsupported(e.getMessage());
        }
    }

    private static void hold(
            SymbolicWorld world,
            Simplifier simplifier,
            Map<Place, Optional<BigInteger>> written,
            Map<Place, Optional<BigInteger>> learnt) {
        for (Place place : world.plainFields()) {
            if (!world.writes().containsKey(place.region())) {
                value(world, place, simplifier).ifPresent(value -> learnt.put(place, Optional.of(value)));
            }
        }
        for (Region region : world.writes().keySet()) {
            for (int i = 0; region.isPlain() && i < world.layout().of(region).size(); i++) {
                Place place = new Place(region, i);
                written.put(place, value(world, place, simplifier));
            }
        }
    }

    private static Optional<BigInteger> value(SymbolicWorld world, Place place, Simplifier simplifier) {
        return Terms.constantOf(simplifier.simplify(
                world.read(new SlotLocation(place.region(), List.of()), place.field(), simplifier)));
    }

    /** Returns whether the callee has no more gas than the stipend, whether or not ether is sent. */
    private static boolean hasLittleGas(Path path, CallRequest request) {
        BoolTerm nothing = path.simplifier.simplify(path.terms.zero(request.value()));
        return isAtMost(path, request.gas(), nothing, STIPEND)
                && isAtMost(path, request.gas(), path.terms.not(nothing), BigInteger.ZERO);
    }

    private static boolean isAtMost(Path path, IntTerm gas, BoolTerm condition, BigInteger most) {
        Simplifier known = new Simplifier(path.terms, path.simplifier.facts().assume(condition));
        return known.facts().isContradictory()
                || known.facts()
                        .range(known.simplify(gas))
                        .high()
                        .filter(high -> high.compareTo(most) <= 0)
                        .isPresent();
    }
}
