package thymus.spec.contract;

import java.util.List;
import java.util.stream.Collectors;

/** An external function. A constructor has an empty name. */
public record FunctionModel(String name, List<Parameter> inputs, List<Parameter> outputs, Mutability mutability) {
    public FunctionModel {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The text whose keccak-256 begins with the selector, such as {@code transfer(address,uint256)}. */
    public String signature() {
        return inputs.stream().map(p -> p.type().canonicalName()).collect(Collectors.joining(",", name + "(", ")"));
    }
}
