package thymus.system.execution;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.EventCodec;
import thymus.contracts.abi.Selector;
import thymus.contracts.artifact.Artifact;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.spec.contract.EventModel;

/** The values of events of deployed contracts: what a contract has made up, such as an id, is seen there. */
final class SeenEvents {
    private final DeployedSystem system;
    private final Map<Address, Map<BigInteger, EventModel>> events = new HashMap<>();

    SeenEvents(DeployedSystem system) {
        this.system = system;
    }

    void note(List<Log> logs, SeenValues seen) {
        for (Log log : logs) {
            if (!log.topics().isEmpty()) {
                List<BigInteger> topics =
                        log.topics().stream().map(Word::toBigInteger).toList();
                Optional.ofNullable(eventsOf(log.address()).get(topics.getFirst()))
                        .ifPresent(event -> EventCodec.decode(event, topics, log.data())
                                .ifPresent(values -> note(event, values, seen)));
            }
        }
    }

    private static void note(EventModel event, List<AbiValue> values, SeenValues seen) {
        for (int i = 0; i < values.size(); i++) {
            if (event.fields().get(i).type().isWord()) {
                seen.value(event.fields().get(i).type(), values.get(i));
            }
        }
    }

    private Map<BigInteger, EventModel> eventsOf(Address contract) {
        return events.computeIfAbsent(contract, address -> {
            Map<BigInteger, EventModel> byTopic = new HashMap<>();
            system.artifactAt(address)
                    .map(Artifact::model)
                    .ifPresent(model -> model.events().stream()
                            .filter(event -> !event.anonymous())
                            .forEach(event -> byTopic.putIfAbsent(Selector.topic(event), event)));
            return byTopic;
        });
    }
}
