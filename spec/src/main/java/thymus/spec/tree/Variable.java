package thymus.spec.tree;

import java.util.Optional;
import thymus.spec.contract.AbiType;

/**
 * A name bound by {@code forall} or by the pattern of a call or event.
 *
 * @param id unique within the specification, so that bindings with the same name are distinct
 * @param abi the Solidity type of its values; empty for a duration, which is any integer from 0, and for a variable
 *     with a listed domain
 */
public record Variable(String name, Type type, int id, Optional<AbiType> abi) {
    public Variable(String name, Type type, int id) {
        this(name, type, id, Optional.empty());
    }
}
