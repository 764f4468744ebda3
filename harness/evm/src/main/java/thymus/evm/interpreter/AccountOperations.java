package thymus.evm.interpreter;

import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;

/** Instructions that look at accounts, and the price of doing so (EIP-2929). */
public final class AccountOperations {
    private AccountOperations() {}

    /** The account, after paying for a cold or warm access to it. */
    static Account access(Word address, Frame frame, Evm evm) {
        Account account = evm.world().account(Address.of(address));
        frame.charge(accessCost(evm, account));
        return account;
    }

    static long accessCost(Evm evm, Account account) {
        return evm.world().transaction().warm(account) ? Gas.WARM : Gas.COLD_ACCOUNT;
    }

    public static Word balance(Word address, Frame frame, Evm evm) {
        return access(address, frame, evm).balance();
    }

    public static Word selfBalance(Frame frame) {
        return frame.self.balance();
    }

    public static Word extCodeSize(Word address, Frame frame, Evm evm) {
        return Word.of(access(address, frame, evm).code().size());
    }

    /** Zero for accounts that do not exist (EIP-1052). */
    public static Word extCodeHash(Word address, Frame frame, Evm evm) {
        Account account = access(address, frame, evm);
        return account.isEmpty() ? Word.ZERO : account.code().hash();
    }
}
