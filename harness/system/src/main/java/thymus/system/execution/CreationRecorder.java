package thymus.system.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;

/** Notes who creates which contract, in order. Creations that are reverted later are among them. */
final class CreationRecorder implements Tracer {
    private final Map<Address, Address> creators = new LinkedHashMap<>();

    @Override
    public void onCall(Message message) {
        if (message.kind().creates()) {
            creators.put(message.target(), message.sender());
        }
    }

    /** From what was created to who did it. */
    Map<Address, Address> creators() {
        return creators;
    }
}
