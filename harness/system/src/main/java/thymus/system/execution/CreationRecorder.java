package thymus.system.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;

/** Records which account creates which contract, in order. It includes creations that are reverted later. */
final class CreationRecorder implements Tracer {
    private final Map<Address, Address> creators = new LinkedHashMap<>();

    @Override
    public void onCall(Message message) {
        if (message.kind().creates()) {
            creators.put(message.target(), message.sender());
        }
    }

    /** The creator of each created contract. */
    Map<Address, Address> creators() {
        return creators;
    }
}
