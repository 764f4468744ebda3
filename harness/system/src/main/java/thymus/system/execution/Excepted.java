package thymus.system.execution;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thymus.contracts.abi.EventCodec;
import thymus.contracts.abi.Selector;
import thymus.contracts.layout.StorageExtent;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.spec.contract.EventModel;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Mark;

/** What a comparison of two runs leaves out. */
final class Excepted {
    private final DeployedSystem system;
    private final Map<Address, StorageExtent> storage = new HashMap<>();
    private final Set<Address> ether = new HashSet<>();
    private final Set<Mark.Event> events = new HashSet<>();
    private final Set<Address> contracts = new HashSet<>();

    Excepted(DeployedSystem system) {
        this.system = system;
    }

    /** @param scope with a value for the offender that the marks speak of */
    void add(List<Mark> marks, Scope<BigInteger, Boolean> scope) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Variable variable -> add(variable, scope);
                case Mark.Ether balance -> ether.add(Convert.address(Evaluator.integer(balance.account(), scope)));
                case Mark.Event event -> events.add(event);
            }
        }
    }

    /** The storage, the code and the events of a contract. */
    void addContract(Address contract) {
        contracts.add(contract);
    }

    private void add(Mark.Variable variable, Scope<BigInteger, Boolean> scope) {
        Address contract = system.addressOf(variable.contract());
        List<BigInteger> keys = variable.path().keys().stream()
                .map((Expr key) -> Evaluator.integer(key, scope))
                .toList();
        storage.computeIfAbsent(contract, _ -> new StorageExtent(system.preimages()))
                .add(system.reader()
                        .locate(
                                variable.path(),
                                keys,
                                slot -> system.chain()
                                        .world()
                                        .storage(contract, Word.of(slot))
                                        .toBigInteger()));
    }

    /** The value without the bits that are left out. */
    Word compared(WorldImage.Cell cell, Word value) {
        return switch (cell.kind()) {
            case STORAGE -> {
                StorageExtent extent = storage.get(cell.account());
                yield contracts.contains(cell.account())
                        ? Word.ZERO
                        : extent == null
                                ? value
                                : Word.of(value.toBigInteger()
                                        .andNot(extent.bits(cell.slot().toBigInteger())));
            }
            case CODE -> contracts.contains(cell.account()) ? Word.ZERO : value;
            case BALANCE -> ether.contains(cell.account()) ? Word.ZERO : value;
        };
    }

    /** The events that are compared, in order. */
    List<Log> compared(List<Log> logs) {
        return logs.stream()
                .filter(log -> !contracts.contains(log.address()))
                .filter(log -> events.stream().noneMatch(event -> is(log, event)))
                .toList();
    }

    /** Whatever its data are: the signature and the number of topics say which event it is, unless it is anonymous. */
    private boolean is(Log log, Mark.Event event) {
        if (!log.address().equals(system.addressOf(event.contract()))) {
            return false;
        }
        List<BigInteger> topics = log.topics().stream().map(Word::toBigInteger).toList();
        if (event.event().anonymous()) {
            return EventCodec.decode(event.event(), topics, log.data()).isPresent();
        }
        long indexed = event.event().fields().stream()
                .filter(EventModel.Field::indexed)
                .count();
        return topics.size() == 1 + indexed && topics.getFirst().equals(Selector.topic(event.event()));
    }
}
