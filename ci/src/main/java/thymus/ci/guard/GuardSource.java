package thymus.ci.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import thymus.spec.tree.Property;

/** The text of a guard. */
final class GuardSource {
    private static final String BUCKET = """
            /// A bucket that fills with what is counted and drains with time: its level when it was filled last.
            struct GuardBucket {
                uint64 time;
                uint192 level;
            }
            """;
    private static final String POUR = """
            /// @dev The level now, when some of it has drained.
            function _guardLevel(GuardBucket storage bucket, uint256 rate) private view returns (uint256) {
                uint256 drained = (block.timestamp - bucket.time) * rate;
                return bucket.level > drained ? bucket.level - drained : 0;
            }

            /// @dev Counts an amount, and returns the level.
            function _guardPour(GuardBucket storage bucket, uint256 rate, uint256 amount)
                private returns (uint256 level)
            {
                level = _guardLevel(bucket, rate) + amount;
                if (level > type(uint192).max) revert GuardOutOfRange();
                (bucket.time, bucket.level) = (uint64(block.timestamp), uint192(level));
            }
            """;

    private final GuardPlan monitor;
    private final String name;
    private final String file;

    /**
     * @param name of the contract
     * @param file from which it is made
     */
    GuardSource(GuardPlan monitor, String name, String file) {
        this.monitor = monitor;
        this.name = name;
        this.file = file;
    }

    String text() {
        CallHooks calls = new CallHooks(monitor);
        List<String> members = new ArrayList<>();
        members.addAll(structs());
        members.addAll(calls.structs());
        members.add(state());
        String functions = functions(calls);
        members.add(errors(functions));
        constructor(members);
        members.addAll(calls.modifiers());
        String body =
                String.join("\n", members.stream().filter(m -> !m.isEmpty()).toList()) + "\n" + functions;
        return Layout.fold("// SPDX-License-Identifier: MIT\npragma solidity ^0.8.30;\n\n"
                + new Header(monitor, file).text() + "\n"
                + monitor.parts().reads().interfaces()
                + "/// @title What " + monitor.parts().guarded() + " promises, kept while it runs\n"
                + "abstract contract " + name + " {\n" + body.indent(4).replaceAll("(?m)^ +$", "") + "}\n");
    }

    private List<String> structs() {
        List<String> out = new ArrayList<>();
        rings().forEach(buckets -> out.add(new RingSource(buckets).struct()));
        if (accumulators().stream().anyMatch(Accumulator.Bucket.class::isInstance)) {
            out.add(BUCKET);
        }
        if (!monitor.snapshot().isEmpty()) {
            out.add("/// What is read when a call begins.\nstruct GuardBefore {\n"
                    + monitor.snapshot().members() + "}\n");
        }
        return out;
    }

    private List<Accumulator> accumulators() {
        return monitor.parts().accumulators().all();
    }

    private TreeSet<Integer> rings() {
        return accumulators().stream()
                .filter(Accumulator.Ring.class::isInstance)
                .map(ring -> ((Accumulator.Ring) ring).buckets())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String state() {
        StringBuilder out = new StringBuilder();
        Reads reads = monitor.parts().reads();
        reads.immutables()
                .forEach((of, immutable) -> out.append("/// The ")
                        .append(
                                monitor.parts().specification().parameters().containsKey(of)
                                        ? "parameter "
                                        : "account ")
                        .append(of)
                        .append(" of the file.\n")
                        .append(reads.typeOf(of))
                        .append(" private immutable ")
                        .append(immutable)
                        .append(";\n"));
        if (monitor.isWrapped()) {
            out.append("/// Whether a guarded call is under way.\nbool private transient guardRunning;\n");
        }
        monitor.flags()
                .forEach(flag ->
                        out.append("bool private transient ").append(flag).append(";\n"));
        for (Accumulator a : accumulators()) {
            String type = a.key()
                    .map(key -> "mapping(" + key + " => " + a.type() + ")")
                    .orElse(a.type());
            String precision = a.precision().isEmpty() ? "" : " " + a.precision();
            out.append("/// ").append(a.meaning()).append('.').append(precision).append('\n');
            out.append(type).append(" private ").append(a.name()).append(";\n");
        }
        return out.toString();
    }

    private String errors(String functions) {
        StringBuilder out = new StringBuilder();
        for (Property property : monitor.enforced()) {
            out.append("error Violated_").append(property.name()).append("();\n");
        }
        for (String error : List.of("GuardEntered", "GuardNotEntered", "GuardOutOfRange")) {
            if (functions.contains(error + "()")) {
                out.append("error ").append(error).append("();\n");
            }
        }
        return out.toString();
    }

    private void constructor(List<String> members) {
        Map<String, String> immutables = monitor.parts().reads().immutables();
        if (immutables.isEmpty()) {
            return;
        }
        SolidityNames names = new SolidityNames();
        List<String> parameters = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        immutables.forEach((of, immutable) -> {
            String parameter = names.parameter(of);
            parameters.add(monitor.parts().reads().typeOf(of) + " " + parameter);
            body.append("    ")
                    .append(immutable)
                    .append(" = ")
                    .append(parameter)
                    .append(";\n");
        });
        members.add("constructor(" + String.join(", ", parameters) + ") {\n" + body + "}\n");
    }

    private String functions(CallHooks calls) {
        List<String> out = new ArrayList<>(calls.functions());
        for (Hook hook : monitor.hooks().events()) {
            String text = hook.statements();
            out.add("/// @dev Stands beside each emission of " + hook.signature() + ".\nfunction " + hook.name() + "("
                    + String.join(", ", hook.declared(text)) + ") internal {\n" + text.indent(4) + "}\n");
        }
        out.addAll(monitor.parts().reads().functions());
        for (int buckets : rings()) {
            out.addAll(new RingSource(buckets).functions(String.join("", out)));
        }
        if (accumulators().stream().anyMatch(Accumulator.Bucket.class::isInstance)) {
            out.add(POUR);
        }
        monitor.parts().numbers().helpers().forEach(helper -> out.add(helper.source()));
        return String.join("\n", out);
    }
}
