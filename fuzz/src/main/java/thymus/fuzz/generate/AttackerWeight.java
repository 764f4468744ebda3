package thymus.fuzz.generate;

import java.util.List;

/**
 * How much of the usual weight attackers' contracts have as senders.
 *
 * @param weight of all of them together; 0 for none
 * @param several whether all of them send, or the first alone
 */
record AttackerWeight(double weight, boolean several) {
    /** Most attacks take one contract, which has to make all of its steps. The others share the rest. */
    private static final double FIRST = 7.0 / 8;

    double of(Universe universe, String sender) {
        List<String> contracts = universe.contracts();
        if (!contracts.contains(sender)) {
            return 1;
        }
        boolean isFirst = sender.equals(contracts.getFirst());
        if (!several || contracts.size() == 1) {
            return isFirst ? weight : 0;
        }
        return weight * (isFirst ? FIRST : (1 - FIRST) / (contracts.size() - 1));
    }
}
