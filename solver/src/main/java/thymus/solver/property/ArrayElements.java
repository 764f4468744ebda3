package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.FieldLayout;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SlotReader;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.contract.StorageType;

/**
 * The elements of dynamic arrays in a world.
 *
 * @param require takes the conditions without which the element does not exist
 */
record ArrayElements(SymbolicWorld world, Simplifier simplifier, Consumer<BoolTerm> require) {

    /** An element, or the slot that it shares with others. */
    StorageTerms.Place element(StorageTerms.Place array, StorageType.DynamicArray type, IntTerm key) {
        Terms terms = simplifier.terms();
        String contract = array.region().contract();
        IntTerm length = world.read(new SlotLocation(array.region(), array.keys()), 0, simplifier);
        FieldLayout layout = world.layout();
        BigInteger stride = layout.stride(array.region());
        if (!layout.isLength(array.region())
                || !simplifier.facts().range(length).times(stride).within(SlotReader.NEAR)) {
            throw new UnsupportedConstructException("an element of an array in " + contract
                    + " that may be so long that a slot of it is one of a mapping as well");
        }
        require.accept(terms.lessOrEqual(terms.zero, key));
        require.accept(terms.less(key, length));
        List<IntTerm> keys = new ArrayList<>(array.keys());
        if (!(type.element() instanceof StorageType.Value value) || value.bytes() > 16) {
            keys.add(key);
            return new StorageTerms.Place(array.region().arrayInside(), 0, keys, type.element());
        }
        IntTerm perSlot = terms.constant(32 / value.bytes());
        keys.add(simplifier.simplify(terms.divide(key, perSlot, simplifier.facts()::range)));
        return new StorageTerms.Place(
                array.region().arrayInside(),
                0,
                keys,
                value,
                Optional.of(simplifier.simplify(terms.modulo(key, perSlot, simplifier.facts()::range))));
    }
}
