package thymus.evm.interpreter;

import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;

/** The instructions that read accounts, and their access cost (EIP-2929). */
public final class AccountOperations {
    private AccountOperations() {}

    /** Charges for a cold or warm access and returns the account. */
    static Account access(Word address, Frame frame, Evm evm) {
        Account account = evm.world().account(Address.of(address));
        frame.charge(accessCost(evm, account));
        return account;
    }

    static long accessCost(Evm evm, Account account) {
        return evm.world().transaction().warm(account) ? Gas.WARM : Gas.COLD_ACCOUNT;
    }

    /** BALANCE, in wei. */
    public static Word balance(Word address, Frame frame, Evm evm) {
        return access(address, frame, evm).balance();
    }

    /** SELFBALANCE, in wei. */
    public static Word selfBalance(Frame frame) {
        return frame.self.balance();
    }

    /** EXTCODESIZE, in bytes. */
    public static Word extCodeSize(Word address, Frame frame, Evm evm) {
        return Word.of(access(address, frame, evm).code().size());
    }

    /** EXTCODEHASH; zero for an account that does not exist (EIP-1052). */
    public static Word extCodeHash(Word address, Frame frame, Evm evm) {
        Account account = access(address, frame, evm);
        return account.isEmpty() ? Word.ZERO : account.code().hash();
    }
}
