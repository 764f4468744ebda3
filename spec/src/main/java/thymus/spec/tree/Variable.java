package thymus.spec.tree;

import java.util.Optional;
import thymus.spec.contract.AbiType;

/**
 * A name bound by {@code forall} or by the pattern of a call or event.
 *
 * @param id unique within the specification, so that two bindings of one name never meet
 * @param abi the Solidity type whose values it takes; empty for a duration, which is any integer from 0, and for a
 *     variable whose domain is listed
 */
public record Variable(String name, Type type, int id, Optional<AbiType> abi) {
    public Variable(String name, Type type, int id) {
        this(name, type, id, Optional.empty());
    }
}
