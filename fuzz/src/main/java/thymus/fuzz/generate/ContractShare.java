package thymus.fuzz.generate;

import java.util.List;

/**
 * How much of the usual weight attackers' contracts have as senders.
 *
 * @param weight of all of them together; 0 for none
 * @param several whether all of them send, or the first alone
 */
record ContractShare(double weight, boolean several) {
    double of(Universe universe, String sender) {
        List<String> contracts = universe.contracts();
        if (!contracts.contains(sender)) {
            return 1;
        }
        if (several) {
            return weight / contracts.size();
        }
        return sender.equals(contracts.getFirst()) ? weight : 0;
    }
}
