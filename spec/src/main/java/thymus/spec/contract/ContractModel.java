package thymus.spec.contract;

import java.util.List;
import java.util.Optional;

/** The parts of a contract that a specification may use: the interface and the storage layout. */
public record ContractModel(
        String name,
        Optional<FunctionModel> constructor,
        List<FunctionModel> functions,
        List<EventModel> events,
        Optional<List<StorageVariable>> storage) {
    public ContractModel {
        functions = List.copyOf(functions);
        events = List.copyOf(events);
        storage = storage.map(List::copyOf);
    }
}
