package thymus.ci.init;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;

/**
 * An event by which value moves, as a flow.
 *
 * @param name of the flow
 * @param event such as {@code vault.Withdrawn}
 * @param declaration of the flow
 * @param limit a limit over it, whose number is the author's to choose
 */
record ValueFlow(String name, String event, String declaration, String limit) {
    private static final Pattern MOVES = Pattern.compile("(?i).*(transfer|withdr|paid|payout|payment|sent|redeem|"
            + "borrow|claim|migrat|releas|bridg|left|exit|sweep|swap|sold|burn|unstak|liquidat|refund|"
            + "consumed|spent).*");

    /** Those of all contracts, each event once; none for an event that is overloaded. */
    static List<ValueFlow> of(SetupDraft system, Names names) {
        List<ValueFlow> flows = new ArrayList<>();
        for (DeployedContract deployment : system.deployments()) {
            List<EventModel> events = deployment.contract().model().events();
            for (EventModel event : events) {
                boolean isAlone = events.stream()
                                .filter(e -> e.name().equals(event.name()))
                                .count()
                        == 1;
                int amount = amount(event);
                if (isAlone
                        && !event.anonymous()
                        && amount >= 0
                        && MOVES.matcher(event.name()).matches()) {
                    flows.add(of(deployment.instance(), event, amount, names));
                }
            }
        }
        return List.copyOf(flows);
    }

    /** The position of the field that says how much; -1 if none does. */
    private static int amount(EventModel event) {
        for (int i = 0; i < event.fields().size(); i++) {
            EventModel.Field field = event.fields().get(i);
            if (!field.indexed() && field.type() instanceof AbiType.UInt uint && uint.bits() >= 96) {
                return i;
            }
        }
        return -1;
    }

    private static ValueFlow of(String instance, EventModel event, int amount, Names names) {
        String name = names.claim(instance + "_" + Names.small(event.name()));
        List<String> patterns = new ArrayList<>();
        boolean hasUser = false;
        for (int i = 0; i < event.fields().size(); i++) {
            boolean isUser = !hasUser && event.fields().get(i).type() instanceof AbiType.Address;
            patterns.add(i == amount ? "moved" : isUser ? "account" : "_");
            hasUser |= isUser;
        }
        String source = instance + "." + event.name();
        String pattern = patterns.stream().collect(Collectors.joining(", ", "(", ")"));
        return new ValueFlow(
                name,
                source,
                "flow " + name + " = " + source + pattern + " => moved" + (hasUser ? " by account" : "") + ";\n",
                "limit " + names.claim(name + "_daily") + ": sum(" + name + ", last 24 hours) <= 1_000e18;\n");
    }
}
