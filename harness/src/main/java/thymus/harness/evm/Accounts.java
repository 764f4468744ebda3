package thymus.harness.evm;

import thymus.harness.word.Word;
import thymus.harness.world.Account;
import thymus.harness.world.Address;

/** Instructions that look at accounts, and the price of doing so (EIP-2929). */
final class Accounts {
    private Accounts() {}

    /** The account, after paying for a cold or warm access to it. */
    static Account access(Frame frame, Evm evm, Word address) {
        Account account = evm.world().account(Address.of(address));
        frame.charge(accessCost(evm, account));
        return account;
    }

    static long accessCost(Evm evm, Account account) {
        return evm.world().transaction().warm(account) ? Gas.WARM : Gas.COLD_ACCOUNT;
    }

    static void balance(Frame frame, Evm evm) {
        frame.push(access(frame, evm, frame.pop()).balance());
    }

    static void selfBalance(Frame frame) {
        frame.push(frame.self.balance());
    }

    static void extCodeSize(Frame frame, Evm evm) {
        frame.push(Word.of(access(frame, evm, frame.pop()).code().size()));
    }

    /** Zero for accounts that do not exist (EIP-1052). */
    static void extCodeHash(Frame frame, Evm evm) {
        Account account = access(frame, evm, frame.pop());
        frame.push(account.isEmpty() ? Word.ZERO : account.code().hash());
    }
}
