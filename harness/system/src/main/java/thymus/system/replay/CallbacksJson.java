package thymus.system.replay;

import java.util.List;
import java.util.Set;
import thymus.evm.json.JsonPlace;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Callbacks in replay files; {@link ReplayReader} describes them. */
final class CallbacksJson {
    private static final Set<String> FIELDS = Set.of("account", "reactions", "others");
    private static final Set<String> OTHER_FIELDS = Set.of("account", "reactions");
    private static final Set<String> REACTION_FIELDS = Set.of("calls", "ending", "data");
    private static final Set<String> CALL_FIELDS = Set.of("target", "function", "arguments", "data", "value");

    private CallbacksJson() {}

    static RecordedCallbacks read(JsonPlace place) {
        ReplayReader.known(place.object(), FIELDS);
        return read(
                place,
                place.get("others").map(JsonPlace::elements).orElse(List.of()).stream()
                        .map(CallbacksJson::other)
                        .toList());
    }

    private static RecordedCallbacks other(JsonPlace place) {
        ReplayReader.known(place.object(), OTHER_FIELDS);
        return read(place, List.of());
    }

    private static RecordedCallbacks read(JsonPlace place, List<RecordedCallbacks> others) {
        return new RecordedCallbacks(
                place.require("account").text(),
                place.require("reactions").elements().stream()
                        .map(CallbacksJson::reaction)
                        .toList(),
                others);
    }

    private static RecordedCallbacks.Reaction reaction(JsonPlace place) {
        ReplayReader.known(place.object(), REACTION_FIELDS);
        JsonPlace ending = place.require("ending");
        RecordedCallbacks.Kind kind = RecordedCallbacks.Kind.of(ending.text())
                .orElseThrow(() -> ending.error("expected \"return\", \"acknowledge\", \"revert\" or \"out-of-gas\""));
        return new RecordedCallbacks.Reaction(
                place.require("calls").elements().stream()
                        .map(call -> {
                            ReplayReader.known(call.object(), CALL_FIELDS);
                            return ReplayReader.call(call);
                        })
                        .toList(),
                kind,
                kind.hasData() ? ReplayReader.data(place.require("data")) : "0x");
    }

    static void write(RecordedCallbacks callbacks, ObjectNode json) {
        json.put("account", callbacks.account());
        ArrayNode reactions = json.putArray("reactions");
        for (RecordedCallbacks.Reaction reaction : callbacks.reactions()) {
            ObjectNode node = reactions.addObject();
            ArrayNode calls = node.putArray("calls");
            reaction.calls().forEach(call -> ReplayWriter.write(call, calls.addObject()));
            node.put("ending", reaction.ending().word());
            if (reaction.ending().hasData()) {
                node.put("data", reaction.data());
            }
        }
        if (!callbacks.others().isEmpty()) {
            ArrayNode others = json.putArray("others");
            callbacks.others().forEach(other -> write(other, others.addObject()));
        }
    }
}
